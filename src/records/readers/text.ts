import { sentences } from '../../shared/sentences';
import { LineSplitter, TOO_LONG, type SourceLine } from '../lines';
import { recordOf, type RecordReader, type SourceRecord } from '../record';

/** What one record of a plain text is. */
export const UNITS = ['line', 'paragraph', 'sentence'] as const;
export type TextUnit = (typeof UNITS)[number];

/** A paragraph longer than this is refused by every reader: no more of it is kept. */
const MOST_OF_A_PARAGRAPH = 200_000;

/** Plain text, a record a line. A blank line is a record without text, so that rows and lines keep their numbers. */
export class LineReader implements RecordReader {
  private readonly lines = new LineSplitter();

  push(text: string): SourceRecord[] {
    return this.lines.push(text).map(ofLine);
  }

  end(): SourceRecord[] {
    return this.lines.end().map(ofLine);
  }
}

function ofLine({ number, text, tooLong }: SourceLine): SourceRecord {
  return tooLong ? { line: number, error: TOO_LONG } : recordOf(number, text);
}

/** Plain text, a record a paragraph: lines between blank ones. Or a sentence, none of which goes beyond a paragraph. */
export class ParagraphReader implements RecordReader {
  private readonly lines = new LineSplitter();
  private open: string[] = [];
  private first = 0;
  private length = 0;

  constructor(private readonly unit: 'paragraph' | 'sentence') {}

  push(text: string): SourceRecord[] {
    return this.lines.push(text).flatMap((line) => this.next(line));
  }

  end(): SourceRecord[] {
    return [...this.lines.end().flatMap((line) => this.next(line)), ...this.close()];
  }

  private next({ number, text, tooLong }: SourceLine): SourceRecord[] {
    if (tooLong) return [...this.close(), { line: number, error: TOO_LONG }];
    if (text.trim() === '') return this.close();
    if (this.open.length === 0) this.first = number;
    this.length += text.length + 1;
    if (this.length <= MOST_OF_A_PARAGRAPH || this.open.length === 0) this.open.push(text);
    return [];
  }

  private close(): SourceRecord[] {
    if (this.open.length === 0) return [];
    const [text, line, tooLong] = [this.open.join('\n'), this.first, this.length > MOST_OF_A_PARAGRAPH];
    this.open = [];
    this.length = 0;
    if (tooLong) return [{ line, error: `The paragraph is longer than ${MOST_OF_A_PARAGRAPH} characters.` }];
    if (this.unit === 'paragraph') return [recordOf(line, text.trim())];
    let [at, lineAt] = [0, line];
    return sentences(text).map(({ start, end }) => {
      lineAt += text.slice(at, start).split('\n').length - 1;
      at = start;
      return recordOf(lineAt, text.slice(start, end));
    });
  }
}
