import { firstLines, type SourceLine } from '../lines';
import { placeIn } from '../place';
import { TOO_LONG, type CellPlace, type RawRow } from '../record';
import { LineByLineParser } from './line-by-line';

/** A rule between the header and the rows, or around them: `----+----`, `+---+---+`, `|---|:--:|`. */
const RULE = /^\s*[|+]?\s*:?-{3,}:?(\s*[|+]\s*:?-{2,}:?)*\s*[|+]?\s*$/;
const COUNT = /^\s*\(?\d+ rows?( in set.*)?\)?\s*$/;

/** A table as databases and pandas draw it into a text, with lines of `|` and a rule below the header. */
export function isDrawn(text: string): boolean {
  const lines = firstLines(text, 50, 2 ** 16);
  const rule = lines.slice(0, 3).findIndex((line) => RULE.test(line) && /[|+]/.test(line));
  if (rule < 0) return false;
  const rows = lines.filter((line) => !RULE.test(line) && !COUNT.test(line));
  const width = cellsIn(rows[0] ?? '').length;
  return rows.length > 1 && width > 1 && rows.filter((line) => cellsIn(line).length === width).length >= 0.8 * rows.length; // prettier-ignore
}

/** Cells of a drawn table without what fills them up. */
export class DrawnTableParser extends LineByLineParser {
  protected override next(line: SourceLine): RawRow[] {
    return rowOf(line);
  }
}

interface Cell {
  readonly start: number;
  readonly end: number;
}

/** Where the cells of a line stand, without the blanks around them. */
function cellsIn(line: string): Cell[] {
  const from = /^\s*\|/.exec(line)?.[0].length ?? 0;
  const to = /\|\s*$/.exec(line)?.index ?? line.length;
  const cells: Cell[] = [];
  for (let at = from; at <= to;) {
    const bar = line.indexOf('|', at);
    const end = bar < 0 || bar > to ? to : bar;
    const inner = line.slice(at, end);
    const start = at + inner.length - inner.trimStart().length;
    cells.push({ start, end: Math.max(start, at + inner.trimEnd().length) });
    at = end + 1;
  }
  return cells;
}

function rowOf({ number, text, tooLong }: SourceLine): RawRow[] {
  if (tooLong) return [{ line: number, error: TOO_LONG }];
  if (text.trim() === '' || RULE.test(text) || COUNT.test(text)) return [];
  const cells = cellsIn(text);
  const place = (of: number | string): CellPlace | undefined => {
    const cell = typeof of === 'number' ? cells[of] : undefined;
    return cell && placeIn(text, cell.start, cell.end, number);
  };
  return [{ line: number, cells: cells.map(({ start, end }) => text.slice(start, end)), place }];
}
