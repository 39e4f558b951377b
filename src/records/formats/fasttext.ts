import type { SourceLine } from '../lines';
import { placeIn } from '../place';
import { TOO_LONG, type RawRow } from '../record';
import { LineByLineParser } from './line-by-line';

export const LABELLED_LINE = /^((?:__label__\S+\s+)+)(?=\S)/;

/** fastText's `__label__positive a text`: one row per line, as label and text. */
export class FastTextParser extends LineByLineParser {
  protected override next(line: SourceLine): RawRow[] {
    return rowOf(line);
  }
}

function rowOf({ number, text, tooLong }: SourceLine): RawRow[] {
  if (tooLong) return [{ line: number, error: TOO_LONG }];
  if (text.trim() === '') return [];
  const labels = LABELLED_LINE.exec(text)?.[1] ?? '';
  const own = text.slice(labels.length).trimEnd();
  const place = placeIn(text, labels.length, labels.length + own.length, number);
  const written = labels.trim().replaceAll('__label__', '').replace(/\s+/g, ', ');
  return [{ line: number, cells: [written, own], place: (of) => (of === 1 ? place : undefined) }];
}
