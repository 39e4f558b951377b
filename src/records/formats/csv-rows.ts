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

/** Until this many characters are open, every piece is tried at once; beyond, only when twice as many are there. */
const PATIENCE = 2 ** 16;
/** A quoted cell longer than this was never meant to be one. */
const MOST_OF_A_CELL = 2 ** 20;

/**
 * Cuts a table into rows (RFC 4180), piece by piece. Own code, and not `csv-parse`, because a damaged row must cost that
 * row alone: an unclosed quote would swallow what follows. Here reading goes on in the line after the damage, every row
 * knows its line, and no more than the open row is held.
 */
export class CsvRows {
  private open = '';
  private line = 1;
  private wait = 0;
  private skipping = false;

  /**
   * @param delimiter empty: a row is one cell
   * @param quotes false: a quote is a character like others, as in files of tweets that were never quoted
   */
  constructor(
    private readonly delimiter: string,
    private readonly quotes = true,
  ) {}

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

  /** Reads the row at an offset; returns the offset behind it, undefined where it is not all there yet. */
  private row(at: number, final: boolean, found: CsvRow[]): number | undefined {
    const { line } = this;
    const read = readRow(this.open, at, this.delimiter, this.quotes, final);
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

  /** A row without an end: it is damaged, and what is left of its line is not looked at. */
  private giveUp(found: CsvRow[]): void {
    if (!this.skipping) {
      found.push({ line: this.line, cells: [], error: 'It is too long to be a row: is a quote not closed?' });
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
  /** Offset behind the row's line end. */
  readonly end: number;
  /** The line was empty: no row. */
  readonly blank: boolean;
}

/** One row; a sentence where it is damaged, undefined where its end is not there yet. */
function readRow(
  text: string,
  start: number,
  delimiter: string,
  quotes: boolean,
  final: boolean,
): Read | string | undefined {
  const cells: string[] = [];
  const spans: number[] = [];
  for (let at = start; ;) {
    const quoted = quotes && text[at] === '"';
    const cell = quoted ? quotedCell(text, at, final) : plainCell(text, at, delimiter);
    if (cell === undefined) return undefined;
    if (typeof cell === 'string') return cell;
    cells.push(cell.value);
    spans.push(at - start + Number(quoted), cell.end - start - Number(quoted));
    at = cell.end;
    if (at >= text.length) return final ? { cells, spans, end: at, blank: isBlank(cells, quoted) } : undefined;
    if (delimiter !== '' && text[at] === delimiter) {
      at++;
      if (at >= text.length && !final) return undefined;
      continue;
    }
    if (quoted && text[at] !== '\n' && text[at] !== '\r') return 'There is text behind a closing quote.';
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
}

function plainCell(text: string, start: number, delimiter: string): Cell {
  let end = start;
  for (; end < text.length; end++) {
    const character = text[end];
    if (character === delimiter || character === '\n' || character === '\r') break;
  }
  return { value: text.slice(start, end), end };
}

function quotedCell(text: string, start: number, final: boolean): Cell | string | undefined {
  let doubled = false;
  for (let from = start + 1; ;) {
    const quote = text.indexOf('"', from);
    if ((quote < 0 ? text.length : quote) - start > MOST_OF_A_CELL) return 'A quote is not closed.';
    if (quote < 0) return final ? 'A quote is not closed.' : undefined;
    if (quote + 1 >= text.length && !final) return undefined;
    if (text[quote + 1] !== '"') {
      const value = text.slice(start + 1, quote);
      return { value: doubled ? value.replaceAll('""', '"') : value, end: quote + 1 };
    }
    doubled = true;
    from = quote + 2;
  }
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

/** The offset behind the line that an offset is in. */
function lineEnd(text: string, at: number, final: boolean): number | undefined {
  for (let end = at; end < text.length; end++) {
    if (text[end] === '\n') return end + 1;
    if (text[end] !== '\r') continue;
    if (end + 1 >= text.length && !final) return undefined;
    return text[end + 1] === '\n' ? end + 2 : end + 1;
  }
  return final ? text.length : undefined;
}
