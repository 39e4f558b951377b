import { LineSplitter, type SourceLine } from '../lines';
import { placeIn } from '../place';
import { TOO_LONG, type RawRow, type RowParser } from '../record';

const TIMES = /^((?:\[\d{1,3}:\d{2}(?:[.:]\d{1,3})?\])+)\s*/;
/** `[ar:Somebody]`: what the file says of the song. */
const ABOUT = /^\[[a-z]+:[^\]]*\]\s*$/i;

/** Lyrics (LRC), `[00:12.00]a line`: a row a line, as time and text. */
export class LyricsParser implements RowParser {
  private readonly lines = new LineSplitter();

  push(text: string): RawRow[] {
    return this.lines.push(text).flatMap(rowOf);
  }

  end(): RawRow[] {
    return this.lines.end().flatMap(rowOf);
  }
}

function rowOf({ number, text, tooLong }: SourceLine): RawRow[] {
  if (tooLong) return [{ line: number, error: TOO_LONG }];
  const [before, times = ''] = TIMES.exec(text) ?? [''];
  const sung = text.slice(before.length).trimEnd();
  if (sung === '' || ABOUT.test(text)) return [];
  const place = placeIn(text, before.length, before.length + sung.length, number);
  return [{ line: number, cells: [times.slice(1).split(']')[0], sung], place: (of) => (of === 1 ? place : undefined) }];
}
