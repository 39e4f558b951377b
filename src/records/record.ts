import { rowErrorText } from '../shared/file-errors';

/** Where a text stands in its source, so that it can be shown there; lines and columns from 1, columns in UTF-16 units. */
export interface CellPlace {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  /** After the last character. */
  readonly endColumn: number;
}

/** One record of a source, before anything is known about its text. One output row is written for each. */
export interface SourceRecord {
  /** The line of the source on which it begins, from 1; of a spreadsheet its row. */
  readonly line: number;
  /** The text to read; absent if there is an `error` instead. */
  readonly text?: string;
  /** Why the record has no text: a sentence for people, without its line. */
  readonly error?: string;
  /** The source's own name for the record. */
  readonly id?: string | number;
  /** The label that the source itself gives it, as written. */
  readonly given?: string;
  /** The class that `given` means; absent if it is not understood. */
  readonly givenLabel?: string;
  /** The category that the source puts it in. */
  readonly group?: string;
  /** The date of the text, as written in the source. */
  readonly date?: string;
  /** A language that no model reads, where the text is surely in it: `de`, `ja`, … */
  readonly otherLanguage?: string;
  /** The source's own columns (of JSON: dotted paths) and what stands in them. */
  readonly columns?: readonly string[];
  readonly cells?: readonly string[];
  /** The position of the text's column among them; absent where no column is one. */
  readonly textAt?: number;
  /** For JSON: the value of the record as it is in the file. */
  readonly value?: unknown;
  /** Where the text stands; absent of spreadsheets and archives, which no text editor shows. */
  readonly place?: CellPlace;
  /** The file it comes from; only where several are read as one. */
  readonly file?: string;
}

/** A field of a value with a name: what stands there, and the keys that lead to it. */
export interface Field {
  readonly written: string | number | boolean;
  readonly path: readonly (string | number)[];
}

/** A row as a format gives it: cells of a table, fields of an object, or a text alone. */
export interface RawRow {
  readonly line: number;
  readonly error?: string;
  readonly cells?: readonly string[];
  readonly fields?: ReadonlyMap<string, Field>;
  readonly value?: unknown;
  readonly text?: string;
  /** Where a cell, a field or the text stands. */
  place?(of: number | string): CellPlace | undefined;
}

/**
 * Turns decoded text, handed in piece by piece, into rows. The rows do not depend on where pieces end. Never throws: a damaged
 * row comes out as one with an `error`, and holds no more than `MOST_CHARACTERS` of the source.
 */
export interface RowParser {
  push(text: string): RawRow[];
  /** The rows that were still open when the source ended. */
  end(): RawRow[];
}

/** A record longer than this is damaged: something that should have closed it is missing. */
export const MOST_CHARACTERS = 2 ** 24;

export const TOO_LONG = rowErrorText('tooLong', MOST_CHARACTERS);
export const NO_TEXT = rowErrorText('noText');

const LONE_SURROGATE = /(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/;

/** Stands for bytes that could not be decoded; correctly decoded text never has a lone surrogate. */
export const UNDECODABLE = '\uDC80';

/** Why a piece of decoded source is no text, or undefined if it is. */
export function damageOf(decoded: string): string | undefined {
  if (decoded.includes('\0')) return rowErrorText('notText');
  if (LONE_SURROGATE.test(decoded)) return rowErrorText('undecodable');
  return undefined;
}
