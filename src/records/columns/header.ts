import { degreeOfWord, plainLabel } from '../labels/notations';
import { isKnownName } from './names';
import { plainName } from '../labels/scales';
import { isPlainValue, proseScore, columnValues } from './values';

/** Cells of a row with the line on which it begins. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly error?: string;
}

/** The names of the columns, and which rows around them hold no texts. */
export interface HeaderReading {
  /** The names; `column 1` … where no row has them. */
  readonly names: readonly string[];
  /** Its line; undefined: there is none. */
  readonly line?: number;
  /** Rows before the first one that is read, other than the header: comments, titles, what a survey tool repeats. */
  readonly skipped: readonly { readonly line: number; readonly what: 'comment' | 'title' | 'survey' }[];
  /** What the names stand for, where a survey tool writes its questions below them. */
  readonly questions?: readonly string[];
}

const MOST_TITLES = 12;

/**
 * @param rows the first rows of a table, with damaged ones
 * @param asked a name that was asked for: the row that has it is the header
 * @param says whether a person said that there is a header
 */
export function headerOf(rows: readonly TableRow[], asked: readonly string[], says?: boolean): HeaderReading {
  const skipped: HeaderReading['skipped'][number][] = [];
  let at = 0;
  const width = usualWidth(rows);
  for (const { line, cells } of preamble(rows, asked)) {
    skipped.push({ line, what: isComment(cells) ? 'comment' : 'title' });
    at++;
  }
  while (at < Math.min(rows.length - 1, MOST_TITLES)) {
    const what = strayKind(rows, at, width);
    if (what === undefined) break;
    skipped.push({ line: rows[at].line, what });
    at++;
  }
  const first = rows[at];
  if (first === undefined) return { names: [], skipped };
  const rest = rows.slice(at + 1);
  const named = first.error === undefined && (says ?? isHeader(first, rest, asked));
  const longest = Math.max(...rows.filter(({ error }) => error === undefined).map(({ cells }) => cells.length), 1);
  if (!named) {
    const columns = first.error === undefined ? first.cells.length : longest;
    return { names: Array.from({ length: columns }, (_, i) => `column ${i + 1}`), skipped };
  }
  const below = subHeader(first, rest);
  const repeated = below ? [below] : surveyRows(first, rest);
  const unnamed = hasRowNames(first, rest) ? [''] : [];
  const [under] = rest;
  const ruled = under?.cells[0] && under.cells.every((cell) => /^\s*[-=]{2,}\s*$/.test(cell)) ? [under] : [];
  const written = below ? withParts(first, below) : first.cells.map((cell) => cell.trim());
  const names = unique([...unnamed, ...written]);
  return {
    names,
    ...(!below &&
      repeated.length > 0 && { questions: names.map((name, at) => askedIn(repeated[0].cells[at]) || name) }),
    line: first.line,
    skipped: [
      ...skipped,
      ...ruled.map(({ line }) => ({ line, what: 'comment' as const })),
      ...repeated.map(({ line }) => ({ line, what: 'survey' as const })),
    ],
  };
}

/** The most frequent number of cells of a row. */
function usualWidth(rows: readonly TableRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells, error } of rows)
    if (error === undefined) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 1;
}

/** Lines of a report (“Period:, March”, tables of totals) above a table that is wider than all of them and reaches to the end. */
function preamble(rows: readonly TableRow[], asked: readonly string[]): readonly TableRow[] {
  for (let at = 1; at < Math.min(rows.length - 1, 2 * MOST_TITLES); at++) {
    const [head, rest] = [rows[at], rows.slice(at + 1)];
    const width = head.cells.length;
    if (head.error !== undefined || rows.slice(0, at).some(({ cells }) => cells.length > width - 2)) continue;
    const fits = rest.filter(({ cells, error }) => error === undefined && cells.length === width);
    if (fits.length >= 0.9 * rest.length && filled(head) === width && isHeader(head, rest, asked)) return rows.slice(0, at); // prettier-ignore
  }
  return [];
}

const filled = ({ cells }: TableRow): number => cells.filter((cell) => cell.trim() !== '').length;

const isComment = ([begin = '']: readonly string[]): boolean =>
  /^\s*(#|\/\/|%|;;|<!--)/.test(begin) && begin.trim() !== '#' && !isKnownName(begin.replace(/^\s*#\s*/, ''));

/** Whether a line before the header does not belong to the table: a comment or a title. */
function strayKind(rows: readonly TableRow[], at: number, width: number): 'comment' | 'title' | undefined {
  const row = rows[at];
  const next = rows[at + 1];
  if (row.error !== undefined) return undefined;
  if (isComment(row.cells)) return 'comment';
  if (isLessThanHeader(row, rows.slice(at + 1, at + 6), width)) return 'title';
  if (width < 2 || filled(row) >= Math.min(width, 2)) return undefined;
  return filled(next) >= 2 || filled(row) === 0 || rows.slice(at + 1, at + 5).some((later) => filled(later) >= 2)
    ? 'title'
    : undefined;
}

/** A line about the table (“Report for, May 2024”) above a header that has all columns, and names that we know. */
function isLessThanHeader(row: TableRow, next: readonly TableRow[], width: number): boolean {
  if (width < 3 || filled(row) > width / 2) return false;
  const known = ({ cells }: TableRow) => cells.filter(isKnownName).length;
  return next.some((later) => filled(later) > Math.max(2, 0.7 * width) && known(later) > known(row));
}

function isHeader(row: TableRow, rest: readonly TableRow[], asked: readonly string[]): boolean {
  const cells = row.cells.map((cell) => cell.trim());
  if (
    asked.some((name) => cells.some((cell) => cell.toLowerCase() === name.trim().toLowerCase()) && !/^\d+$/.test(name))
  )
    return true;
  const body = rest.filter(({ error, cells: other }) => error === undefined && other.length === cells.length);
  const column = (at: number) => body.map(({ cells: other }) => (other[at] ?? '').trim());
  // A cell that occurs again below is a value, not a name; so are labels, numbers, dates and links.
  const recurs = cells.some(
    (cell, at) => cell !== '' && cell.length < 40 && column(at).filter((value) => value === cell).length > 1,
  );
  if (cells.some(isPlainValue) || recurs) return false;
  if (cells.some((cell) => degreeOfWord(plainLabel(cell)) !== undefined && column(cells.indexOf(cell)).some((value) => degreeOfWord(plainLabel(value)) !== undefined))) return false; // prettier-ignore
  if (cells.some(isKnownName)) return true;
  const there = cells.filter((cell) => cell !== '');
  if (areNumbered(there)) return true;
  if (there.length < cells.length / 2 || new Set(there).size < there.length) return false;
  if (cells.length === 1)
    return (
      body.length > 0 &&
      there[0].length <= 30 &&
      !/[.!。！,，]/.test(there[0]) &&
      proseOf([there[0]]) < proseOf(column(0)) / 2
    );
  // Below a name there is often something of another kind: numbers, dates, links.
  const contrasts = cells.some((cell, at) => {
    const values = column(at).filter((value) => value !== '');
    return cell !== '' && values.length > 0 && values.filter(isPlainValue).length >= 0.8 * values.length;
  });
  if (contrasts) return true;
  const asks = there.filter((cell) => /[?？]\s*$/.test(cell)).length;
  const answered = body.flatMap(({ cells: other }) => other).filter((cell) => /[?？]\s*$/.test(cell.trim())).length;
  if (asks > 0 && answered / Math.max(1, body.length) < asks / 4) return true;
  return Math.max(...there.map((cell) => proseOf([cell]))) < Math.max(4, median(body.map(({ cells: other }) => Math.max(0, ...other.map((cell) => proseOf([cell]))))) / 3); // prettier-ignore
}

/** `v1`, `v2` or `Q1`, `Q2`: the same letters with running numbers. */
const areNumbered = (names: readonly string[]): boolean =>
  names.length > 1 &&
  names.every((name, i) => {
    const [, letters, number] = /^([a-z]{1,3})_?(\d{1,3})$/i.exec(name) ?? [];
    const [, first, from] = /^([a-z]{1,3})_?(\d{1,3})$/i.exec(names[0]) ?? [];
    return letters !== undefined && letters === first && Number(number) === Number(from) + i;
  });

const proseOf = (values: readonly string[]): number => proseScore(columnValues(values));
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

const IMPORT_ID = /^\s*\{""?ImportId/;
const askedIn = (cell = ''): string => (IMPORT_ID.test(cell) ? '' : cell.trim());

/** What Qualtrics writes below the names: questions and import ids. */
function surveyRows(header: TableRow, rest: readonly TableRow[]): readonly TableRow[] {
  const imported = rest.slice(0, 3).findIndex(({ cells }) => cells.some((cell) => IMPORT_ID.test(cell)));
  if (imported >= 0) return rest.slice(0, imported + 1);
  const [first] = rest;
  return first && repeatsNames(header, first, rest) ? [first] : [];
}

const KIND_OF_ANSWER = /^(open-ended response|response|other \(please specify\))$/i;

/** Whether a column shares its name with those beside it, as below a merged cell. */
const isShared = ({ cells }: TableRow, at: number): boolean =>
  cells[at]?.trim() === '' ? at > 0 : cells[at + 1]?.trim() === '';

/**
 * A second row of names: parts of what stands above them, such as the answers one could choose, or 口味 and 服务 below a merged
 * 分项得分. What survey tools write in it for single columns is a kind of answer.
 */
function subHeader(header: TableRow, rest: readonly TableRow[]): TableRow | undefined {
  const [row, ...body] = rest;
  if (!row || row.error !== undefined || body.length === 0) return undefined;
  const parts = row.cells.flatMap((cell, at) => (cell.trim() === '' ? [] : [{ cell: cell.trim(), at }]));
  const kinds = parts.filter(({ cell }) => KIND_OF_ANSWER.test(cell));
  if (kinds.some(({ cell }) => /^open/i.test(cell))) return row;
  const isPart = ({ cell, at }: { cell: string; at: number }) =>
    isShared(header, at) && cell.length <= 40 && !isPlainValue(cell) && degreeOfWord(plainLabel(cell)) === undefined &&
    body.every(({ cells }) => (cells[at] ?? '').trim() !== cell || kinds.length > 0); // prettier-ignore
  const others = parts.filter(({ cell }) => !KIND_OF_ANSWER.test(cell));
  if (!others.every(isPart)) return undefined;
  // Merged cells alone: below every group there are its parts, and nothing else stands in the row.
  const wanted = header.cells.flatMap((_, at) => (isShared(header, at) ? [at] : []));
  return kinds.length > 0 || (parts.length > 1 && wanted.length < header.cells.length && wanted.every((at) => (row.cells[at] ?? '').trim() !== '')) ? row : undefined; // prettier-ignore
}

/** Names with their parts: `How would you rate it? Price`. */
function withParts({ cells }: TableRow, below: TableRow): string[] {
  let group = '';
  return cells.map((cell, at) => {
    if (cell.trim() !== '') group = cell.trim();
    const part = (below.cells[at] ?? '').trim();
    return part === '' || KIND_OF_ANSWER.test(part) && cell.trim() !== '' ? cell.trim() : `${group} ${part}`.trim(); // prettier-ignore
  });
}

/** The names once more, as questions and in words: `ResponseId`, `Q1` above `Response ID`, `How was it?`. */
function repeatsNames(header: TableRow, first: TableRow, rest: readonly TableRow[]): boolean {
  if (first.error !== undefined || first.cells.length !== header.cells.length || rest.length < 2) return false;
  const bare = (cell = '') => plainName(cell).replace(/\s/g, '');
  const same = first.cells.filter((cell, at) => bare(cell) !== '' && bare(cell) === bare(header.cells[at])).length;
  return same >= Math.max(2, header.cells.length / 3) && !first.cells.some(isPlainValue);
}

/** R's `write.table`: the first column has the names of the rows, and none itself. */
function hasRowNames(header: TableRow, rest: readonly TableRow[]): boolean {
  const sound = rest.filter(({ error }) => error === undefined);
  const wider = sound.filter(({ cells }) => cells.length === header.cells.length + 1);
  return (
    wider.length > 0.8 * sound.length &&
    wider.some(({ cells }) => cells.at(-1)?.trim() !== '') &&
    new Set(wider.map(({ cells }) => cells[0])).size === wider.length
  );
}

/** Names that are empty or occur twice are numbered. */
function unique(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name, i) => {
    const own = name === '' ? `column ${i + 1}` : name;
    const times = (seen.get(own) ?? 0) + 1;
    seen.set(own, times);
    return times === 1 ? own : `${own} (${times})`;
  });
}
