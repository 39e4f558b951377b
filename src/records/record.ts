import type { Fields } from './fields';

/** One record of a source, before anything is known about its text. One output row is written for each. */
export interface SourceRecord {
  /** The line of the source on which it begins, from 1. */
  readonly line: number;
  /** What is to be read; absent where `error` says why there is nothing. */
  readonly text?: string;
  /** Why the record has no text: a sentence for people, without its line. */
  readonly error?: string;
  /** The source's own name for the record. */
  readonly id?: string | number;
  /** The label that the source itself gives it. */
  readonly given?: string;
  /** The category that the source puts it in. */
  readonly group?: string;
  /** The source's own columns and what stands in them; only of tables. */
  readonly columns?: readonly string[];
  readonly cells?: readonly string[];
  /** The file it comes from; only where several are read as one. */
  readonly file?: string;
}

/**
 * Turns decoded text, handed in piece by piece, into records. Where a piece ends changes nothing. Never throws: a
 * damaged record comes out as one with an `error`, and holds no more than `MOST_CHARACTERS` of the source.
 */
export interface RecordReader {
  push(text: string): SourceRecord[];
  /** The records that were still open when the source ended. */
  end(): SourceRecord[];
  /** Of sources with fields: which there are and which were taken, once that is known. */
  readonly chosen?: ChosenFields;
}

/** The fields of a source, and those of them that hold what is read. */
export interface ChosenFields {
  readonly names: readonly string[];
  readonly fields: Fields | undefined;
  /** What stands in them in the first rows: `sample[row][field]`. */
  readonly sample: readonly (readonly string[])[];
}

/** A record longer than this is damaged: something that should have closed it is missing. */
export const MOST_CHARACTERS = 2 ** 24;

const LONE_SURROGATE = /(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/;

/** Stands for what could not be decoded: text that was decoded well never has a lone surrogate. */
export const UNDECODABLE = '\uDC80';

/** Why a piece of decoded source is no text, or undefined where it is. */
export function damageOf(decoded: string): string | undefined {
  if (decoded.includes('\0')) return 'There are NUL characters in it: this is not text.';
  if (LONE_SURROGATE.test(decoded)) return 'There are bytes in it that do not belong to the encoding of the file.';
  return undefined;
}

/** A record of this text, or of the error that there is none. */
export function recordOf(line: number, text: string): SourceRecord {
  const error = damageOf(text) ?? (text.trim() === '' ? 'There is no text.' : undefined);
  return error === undefined ? { line, text } : { line, error };
}
