import type { MarkedPhrase } from '../parts/marked';

/** A text on one line, and its highlights. */
export interface Cut {
  readonly text: string;
  readonly marks: readonly MarkedPhrase[];
}

/**
 * The part of a long text around its strongest phrase, on one line: cells show this, the reading pane all of it.
 *
 * @param inSight characters of it that have room, where these are fewer: the phrase is among them
 */
export function lineAround({ text, marks }: Cut, most: number, inSight = most): Cut {
  const strongest = marks.reduce<MarkedPhrase | undefined>((a, b) => (a && a.step >= b.step ? a : b), undefined);
  if (text.length <= Math.min(most, inSight)) return { text: oneLine(text), marks: marks.map(plain) };
  const wanted =
    strongest && strongest.end > inSight
      ? Math.max(0, Math.min(strongest.start - Math.floor(inSight / 3), text.length - inSight))
      : 0;
  const from = wordStart(text, wanted);
  let to = Math.min(text.length, from + most);
  if (/[\uD800-\uDBFF]/.test(text[to - 1] ?? '')) to--;
  const before = from > 0 ? '… ' : '';
  const shift = before.length - from;
  return {
    text: before + oneLine(text.slice(from, to)) + (to < text.length ? ' …' : ''),
    marks: marks
      .filter(({ start, end }) => start >= from && end <= to)
      .map((mark) => ({ ...plain(mark), start: mark.start + shift, end: mark.end + shift })),
  };
}

/** Without its points: those are for the whole text. */
const plain = ({ start, end, step, against, tone }: MarkedPhrase): MarkedPhrase => ({
  start,
  end,
  step,
  against,
  tone,
});

/** As long as before: marks stay where they are. */
const oneLine = (text: string): string => text.replace(/[\r\n\t\u2028\u2029]/g, ' ');

/** Where the word at an offset begins; of scripts without spaces the offset itself, but no half character. */
function wordStart(text: string, offset: number): number {
  if (offset === 0) return 0;
  const space = text.lastIndexOf(' ', offset);
  const at = space >= 0 && offset - space < 24 ? space + 1 : offset;
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at + 1 : at;
}
