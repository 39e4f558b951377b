import type { SourceLine } from '../lines';
import { TOO_LONG, type RawRow } from '../record';
import { LineByLineParser } from './line-by-line';

const TEXT = /^#Text=(.*)$/;

/** WebAnno's and INCEpTION's TSV, which has one word per line: its sentences, which stand above their words. */
export class WebannoParser extends LineByLineParser {
  protected override next(line: SourceLine): RawRow[] {
    return rowOf(line);
  }
}

export const isWebanno = (text: string): boolean => /^\uFEFF?#FORMAT=WebAnno/.test(text);

function rowOf({ number, text, tooLong }: SourceLine): RawRow[] {
  if (tooLong) return [{ line: number, error: TOO_LONG }];
  const written = TEXT.exec(text)?.[1];
  if (written === undefined) return [];
  const [column, endColumn] = [7, 7 + written.trimEnd().length];
  return [{ line: number, text: written.trim(), place: () => ({ line: number, column, endLine: number, endColumn }) }];
}
