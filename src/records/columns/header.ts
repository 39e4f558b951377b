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
  const repeated = surveyRows(first, rest);
  const unnamed = hasRowNames(first, rest) ? [''] : [];
  const [below] = rest;
  const ruled = below?.cells[0] && below.cells.every((cell) => /^\s*[-=]{2,}\s*$/.test(cell)) ? [below] : [];
  return {
    names: unique([...unnamed, ...first.cells.map((cell) => cell.trim())]),
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

const filled = ({ cells }: TableRow): number => cells.filter((cell) => cell.trim() !== '').length;

/** Whether a line before the header does not belong to the table: a comment or a title. */
function strayKind(rows: readonly TableRow[], at: number, width: number): 'comment' | 'title' | undefined {
  const row = rows[at];
  const next = rows[at + 1];
  if (row.error !== undefined) return undefined;
  const [begin = ''] = row.cells;
  if (/^\s*(#|\/\/|%|;;|<!--)/.test(begin) && begin.trim() !== '#' && !isKnownName(begin.replace(/^\s*#\s*/, '')))
    return 'comment';
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

/** What Qualtrics (questions and import ids) and SurveyMonkey (kinds of answers) write below the names. */
function surveyRows(header: TableRow, rest: readonly TableRow[]): readonly TableRow[] {
  const imported = rest
    .slice(0, 3)
    .findIndex(({ cells }) => cells.some((cell) => /^\s*\{\s*""?ImportId|^\s*\{"ImportId"/.test(cell)));
  if (imported >= 0) return rest.slice(0, imported + 1);
  const [first] = rest;
  if (first && repeatsNames(header, first, rest)) return [first];
  const kinds = first?.cells.filter((cell) => cell.trim() !== '') ?? [];
  const isKinds =
    kinds.length > 0 &&
    kinds.some((cell) => KIND_OF_ANSWER.test(cell.trim())) &&
    first.cells.every((cell, at) => cell.trim() === '' || KIND_OF_ANSWER.test(cell.trim()) || isChoice(cell, at, header, rest)); // prettier-ignore
  return isKinds ? [first] : [];
}

const KIND_OF_ANSWER = /^(open-ended response|response|other \(please specify\))$/i;

/** One of several answers to a question, over a column of nothing but it. */
const isChoice = (cell: string, at: number, header: TableRow, rest: readonly TableRow[]): boolean =>
  (header.cells[at]?.trim() === '' || header.cells[at + 1]?.trim() === '') &&
  rest.slice(1).every(({ cells }) => ['', cell.trim()].includes((cells[at] ?? '').trim()) || header.cells[at]?.trim() !== ''); // prettier-ignore

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
