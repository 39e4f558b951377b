import { rowErrorText } from '../../shared/file-errors';
import { sentences } from '../../shared/sentences';
import type { SourceLine } from '../lines';
import { placeIn } from '../place';
import { TOO_LONG, type RawRow } from '../record';
import { LineByLineParser } from './line-by-line';

/** A record longer than this is refused by every reader: no more of it is kept. */
export const MOST_OF_A_PARAGRAPH = 200_000;

/** Plain text, one row per line. A blank line is a row without text, so that rows and lines keep their numbers. */
export class LineParser extends LineByLineParser {
  protected override next(line: SourceLine): RawRow[] {
    return [ofLine(line)];
  }
}

function ofLine({ number, text, tooLong }: SourceLine): RawRow {
  return tooLong
    ? { line: number, error: TOO_LONG }
    : { line: number, text, place: () => placeIn(text, 0, text.length, number) };
}

/** Plain text, a row a paragraph: lines between blank ones. Or a sentence, none of which goes beyond a paragraph. */
export class ParagraphParser extends LineByLineParser {
  private open: string[] = [];
  private first = 0;
  private length = 0;

  constructor(private readonly unit: 'paragraph' | 'sentence') {
    super();
  }

  protected override next({ number, text, tooLong }: SourceLine): RawRow[] {
    if (tooLong) return [...this.close(), { line: number, error: TOO_LONG }];
    if (text.trim() === '') return this.close();
    if (this.open.length === 0) this.first = number;
    this.length += text.length + 1;
    if (this.length <= MOST_OF_A_PARAGRAPH || this.open.length === 0) this.open.push(text);
    return [];
  }

  protected override close(): RawRow[] {
    if (this.open.length === 0) return [];
    const [text, line, tooLong] = [this.open.join('\n'), this.first, this.length > MOST_OF_A_PARAGRAPH];
    this.open = [];
    this.length = 0;
    if (tooLong) return [{ line, error: rowErrorText('longParagraph', MOST_OF_A_PARAGRAPH) }];
    const row = (start: number, end: number): RawRow => {
      const place = placeIn(text, start, end, line);
      return { line: place.line, text: text.slice(start, end), place: () => place };
    };
    if (this.unit === 'sentence') return sentences(text).map(({ start, end }) => row(start, end));
    const trimmed = text.trim();
    const start = text.indexOf(trimmed);
    return [row(start, start + trimmed.length)];
  }
}
