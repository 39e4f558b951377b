import { LineSplitter, type SourceLine } from '../lines';
import { TOO_LONG, type RawRow, type RowParser } from '../record';

const TEXT = /^#Text=(.*)$/;

/** WebAnno's and INCEpTION's TSV, which has a word a line: its sentences, which stand above their words. */
export class WebannoParser implements RowParser {
  private readonly lines = new LineSplitter();

  push(text: string): RawRow[] {
    return this.lines.push(text).flatMap(rowOf);
  }

  end(): RawRow[] {
    return this.lines.end().flatMap(rowOf);
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
