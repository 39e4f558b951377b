import type { Measure } from './measure';

/** One word of a bar chart: as many lines as it needs, so that nothing is ever cut off. */
export interface TableRow<T> {
  readonly item: T;
  readonly lines: readonly string[];
  /** Top, in pixels. */
  readonly y: number;
  readonly height: number;
}

const ROW = 20;
const LINE = 16;

interface Laid {
  readonly top: number;
  /** Pixels that a word may take before it wraps. */
  readonly width: number;
  readonly measure: Measure;
  /** Pixels of a row of one line. */
  readonly pitch?: number;
}

/** Rows one below the other from `top` on. */
export function layRows<T extends { readonly text: string }>(
  items: readonly T[],
  { top, width, measure, pitch = ROW }: Laid,
): TableRow<T>[] {
  let y = top;
  return items.map((item) => {
    const lines = wrap(item.text, width, measure);
    const row = { item, lines, y, height: pitch + LINE * (lines.length - 1) };
    y += row.height;
    return row;
  });
}

/** Height of all rows. */
export function rowsHeight(rows: readonly TableRow<unknown>[]): number {
  return rows.reduce((height, row) => height + row.height, 0);
}

/** Cut after the spaces between words, and a word that is too long between characters (never inside a cluster). */
export function wrap(text: string, width: number, measure: Measure): string[] {
  if (measure(text, true) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/\S+\s*|\s+/gu) ?? []) {
    if (line !== '' && measure((line + piece).trimEnd(), true) > width) {
      lines.push(line);
      line = '';
    }
    if (measure(piece.trimEnd(), true) <= width) {
      line += piece;
      continue;
    }
    for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(piece)) {
      if (line !== '' && measure(line + segment, true) > width) {
        lines.push(line);
        line = '';
      }
      line += segment;
    }
  }
  return [...lines, line];
}

/** Width of the widest word, at most `most`: the column of words. */
export function columnWidth(items: readonly { readonly text: string }[], most: number, measure: Measure): number {
  const widest = items.reduce((width, { text }) => Math.max(width, measure(text, true)), 0);
  return Math.min(most, Math.ceil(widest / 4) * 4);
}
