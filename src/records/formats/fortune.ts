import type { SourceLine } from '../lines';
import { TOO_LONG, type RawRow } from '../record';
import { LineByLineParser } from './line-by-line';
import { MOST_OF_A_PARAGRAPH } from './lines';

/** Sayings of the program `fortune`: a row a saying, with a line of `%` between two. */
export class FortuneParser extends LineByLineParser {
  private open: string[] = [];
  private first = 1;
  private length = 0;

  protected override next({ number, text, tooLong }: SourceLine): RawRow[] {
    if (tooLong) return [...this.close(), { line: number, error: TOO_LONG }];
    if (text.trim() === '%') return this.close();
    if (this.open.length === 0) this.first = number;
    this.length += text.length + 1;
    if (this.length <= MOST_OF_A_PARAGRAPH) this.open.push(text);
    return [];
  }

  protected override close(): RawRow[] {
    const [saying, tooLong] = [this.open.join('\n').trim(), this.length > MOST_OF_A_PARAGRAPH];
    this.open = [];
    this.length = 0;
    if (tooLong) return [{ line: this.first, error: TOO_LONG }];
    return saying === '' ? [] : [{ line: this.first, text: saying }];
  }
}
