import { rowErrorText } from '../../shared/file-errors';
import { placeIn } from '../place';
import { MOST_CHARACTERS, type CellPlace } from '../record';

/** One row of a table, or why it could not be read. */
export interface CsvRow {
  /** The line of the file on which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly error?: string;
  /** Where the content of a cell stands, without its quotes. */
  place?(cell: number): CellPlace | undefined;
}

/** The characters that separate and quote cells. */
export interface CellSigns {
  /** Empty: a row is one cell. */
  readonly delimiter: string;
  /** False: a quote is a character like others, as in files of tweets that were never quoted. */
  readonly quotes: boolean;
  /** What quotes are, where they are not `"`: `'`, as some databases write it. */
  readonly quote?: "'";
  /** Each line as a whole is one cell in quotes, where it needed them, and has the row in it. */
  readonly wrapped?: true;
  /** A quote within quotes has a backslash in front, as databases write it, instead of being doubled. */
  readonly backslash?: boolean;
}

/** Until this many characters are open, every piece is tried at once; beyond, only when twice as many are there. */
const PATIENCE = 2 ** 16;
/** A quoted cell longer than this was never meant to be one. */
const MOST_OF_A_CELL = 2 ** 20;

/**
 * Cuts a table into rows (RFC 4180), piece by piece. Own code, and not `csv-parse`, because a damaged row must cost that
 * row alone: an unclosed quote would swallow what follows. Here reading continues in the line after the damage, every row
 * knows its line, and no more than the open row is held.
 */
export class CsvRows {
  private open = '';
  private line = 1;
  private wait = 0;
  private skipping = false;

  constructor(private readonly signs: CellSigns) {}

  push(text: string): CsvRow[] {
    this.open += text;
    return this.open.length < this.wait ? [] : this.rows(false);
  }

  end(): CsvRow[] {
    return this.rows(true);
  }

  private rows(final: boolean): CsvRow[] {
    const found: CsvRow[] = [];
    let at = 0;
    while (at < this.open.length) {
      const next = this.skipping ? this.skipLine(at, final) : this.row(at, final, found);
      if (next === undefined) break;
      at = next;
    }
    this.open = this.open.slice(at);
    if (this.open.length > MOST_CHARACTERS) this.giveUp(found);
    this.wait = this.open.length > PATIENCE ? 2 * this.open.length : 0;
    return found;
  }

  /** Reads the row at an offset. Returns the offset after it; undefined if the row is not complete yet. */
  private row(at: number, final: boolean, found: CsvRow[]): number | undefined {
    const { line } = this;
    const read = readRow(this.open, at, this.signs, final);
    if (read === undefined) return undefined;
    if (typeof read !== 'string') {
      this.line += countLines(this.open, at, read.end);
      if (!read.blank) {
        const [source, { spans }] = [this.open.slice(at, read.end), read];
        const place = (cell: number) =>
          spans[2 * cell] === undefined ? undefined : placeIn(source, spans[2 * cell], spans[2 * cell + 1], line);
        found.push({ line, cells: read.cells, place });
      }
      return read.end;
    }
    const end = lineEnd(this.open, at, final);
    if (end === undefined) return undefined;
    found.push({ line, cells: [], error: read });
    this.line++;
    return end;
  }

  /** A row without an end is damaged; the rest of its line is skipped. */
  private giveUp(found: CsvRow[]): void {
    if (!this.skipping) {
      found.push({ line: this.line, cells: [], error: rowErrorText('unclosed') });
    }
    this.skipping = true;
    this.open = '';
  }

  private skipLine(at: number, final: boolean): number | undefined {
    const end = lineEnd(this.open, at, final) ?? undefined;
    if (end === undefined) return undefined;
    this.skipping = false;
    this.line++;
    return end;
  }
}

interface Read {
  readonly cells: string[];
  /** Start and end of each cell's content, from the beginning of the row. */
  readonly spans: number[];
  /** Offset after the line end of the row. */
  readonly end: number;
  /** The line was empty: no row. */
  readonly blank: boolean;
}

/** One row; a sentence where it is damaged, undefined if its end is not there yet. */
function readRow(text: string, start: number, signs: CellSigns, final: boolean): Read | string | undefined {
  const { delimiter, quotes } = signs;
  const quote: string = signs.quote ?? '"';
  const cells: string[] = [];
  const spans: number[] = [];
  for (let at = start; ;) {
    const quoted = quotes && text[at] === quote;
    const spaced =
      quotes && text[at] === ' ' && delimiter !== '' && delimiter !== ' ' ? spacedCell(text, at, delimiter) : undefined;
    const cell = quoted ? quotedCell(text, at, signs, final) : (spaced ?? plainCell(text, at, delimiter));
    if (cell === undefined) return undefined;
    if (typeof cell === 'string') return cell;
    cells.push(cell.value);
    const [from, to] = cell.inner ?? [at, cell.end];
    spans.push(from - start, to - start);
    at = cell.end;
    if (at >= text.length) return final ? { cells, spans, end: at, blank: isBlank(cells, quoted) } : undefined;
    if (delimiter !== '' && text[at] === delimiter) {
      at++;
      if (at >= text.length && !final) return undefined;
      continue;
    }
    if (quoted && text[at] !== '\n' && text[at] !== '\r') return rowErrorText('behindQuote');
    if (text[at] === '\r' && at + 1 >= text.length && !final) return undefined;
    const end = text.startsWith('\r\n', at) ? at + 2 : at + 1;
    return { cells, spans, end, blank: isBlank(cells, quoted) };
  }
}

/** An empty line, or one of blanks alone. */
const isBlank = (cells: readonly string[], quoted: boolean): boolean =>
  !quoted && cells.length === 1 && cells[0].trim() === '';

interface Cell {
  readonly value: string;
  readonly end: number;
  /** Where what stands between its quotes begins and ends. */
  readonly inner?: readonly [number, number];
}

function plainCell(text: string, start: number, delimiter: string): Cell {
  let end = start;
  for (; end < text.length; end++) {
    const character = text[end];
    if (character === delimiter || character === '\n' || character === '\r') break;
  }
  return { value: text.slice(start, end), end };
}

/** A cell in quotes after a space, `, "so, it goes",`, if it ends on its line. */
function spacedCell(text: string, start: number, delimiter: string): Cell | undefined {
  let quote = start;
  while (text[quote] === ' ') quote++;
  if (text[quote] !== '"') return undefined;
  const end = /"(?:[^"\r\n]|"")*"/y;
  end.lastIndex = quote;
  const found = end.exec(text)?.[0];
  if (found === undefined) return undefined;
  const behind = afterBlanks(text, quote + found.length, delimiter);
  if (!endsAt(text, behind, delimiter)) return undefined;
  const inner = [quote + 1, quote + found.length - 1] as const;
  return { value: text.slice(...inner).replaceAll('""', '"'), end: behind, inner };
}

const endsAt = (text: string, at: number, delimiter: string): boolean =>
  at >= text.length || text[at] === delimiter || text[at] === '\n' || text[at] === '\r';

function afterBlanks(text: string, from: number, delimiter: string): number {
  let at = from;
  while (text[at] === ' ' && delimiter !== ' ') at++;
  return at;
}

function quotedCell(
  text: string,
  start: number,
  { delimiter, backslash = false, quote: other }: CellSigns,
  final: boolean,
): Cell | string | undefined {
  const sign: string = other ?? '"';
  let [escaped, loose] = [false, false];
  for (let from = start + 1; ;) {
    let quote = text.indexOf(sign, from);
    if ((quote < 0 ? text.length : quote) - start > MOST_OF_A_CELL) return rowErrorText('openQuote');
    if (quote < 0) return final ? rowErrorText('openQuote') : undefined;
    if (quote + 1 >= text.length && !final) return undefined;
    const literal = backslash && isEscaped(text, quote, start);
    // Where quotes within the cell are not doubled, the second of two may end it: "He said "great"".
    if (loose && text[quote + 1] === sign && endsAt(text, afterBlanks(text, quote + 2, delimiter), delimiter)) quote++;
    if (!literal && text[quote + 1] !== sign) {
      const behind = afterBlanks(text, quote + 1, delimiter);
      if (behind >= text.length && !final) return undefined;
      if (endsAt(text, behind, delimiter)) {
        const inner = [start + 1, quote] as const;
        const value = text.slice(...inner);
        return { value: escaped ? unescaped(value, backslash, sign) : value, end: behind, inner };
      }
      // A quote that nobody doubled, as in "He said "great" to me": the cell continues to one that ends it, on its one line.
      if (!loose && /[\r\n]/.test(text.slice(start, quote))) return rowErrorText('behindQuote');
      const line = /[^\r\n]*/y;
      line.lastIndex = quote + 1;
      const rest = line.exec(text)![0];
      if (!final && quote + 1 + rest.length >= text.length) return undefined;
      if (
        !new RegExp(`${sign}[ ]*(?:${delimiter === '' ? '' : `\\${delimiter === '\t' ? 't' : delimiter}|`}$)`).test(
          rest,
        )
      )
        return rowErrorText('behindQuote');
      loose = true;
      from = quote + 1;
      continue;
    }
    escaped = true;
    from = literal ? quote + 1 : quote + 2;
  }
}

const unescaped = (value: string, backslash: boolean, sign: string): string =>
  backslash
    ? value.replace(/\\(["\\])|""/g, (_, escaped: string | undefined) => escaped ?? '"')
    : value.replaceAll(sign + sign, sign);

/** Whether an odd number of backslashes stands before a quote. */
function isEscaped(text: string, quote: number, start: number): boolean {
  let at = quote;
  while (at > start + 1 && text[at - 1] === '\\') at--;
  return (quote - at) % 2 === 1;
}

/** Line ends between two offsets: `\n`, `\r\n`, `\r`. */
function countLines(text: string, start: number, end: number): number {
  let lines = 0;
  for (let at = start; at < end; at++) {
    const character = text[at];
    if (character === '\n' || (character === '\r' && text[at + 1] !== '\n')) lines++;
  }
  return lines;
}

/** The offset after the line that an offset is in. */
function lineEnd(text: string, at: number, final: boolean): number | undefined {
  for (let end = at; end < text.length; end++) {
    if (text[end] === '\n') return end + 1;
    if (text[end] !== '\r') continue;
    if (end + 1 >= text.length && !final) return undefined;
    return text[end + 1] === '\n' ? end + 2 : end + 1;
  }
  return final ? text.length : undefined;
}
