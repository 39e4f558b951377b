import { rowErrorText } from '../../shared/file-errors';
import { placeIn } from '../place';
import type { RawRow, RowParser } from '../record';
import { paragraphsIn } from './markup';

/** A document is parsed whole up to this many characters. */
const MOST = 2 ** 26;

/** A web page without a table of texts: its paragraphs and list items. Headings, scripts and navigation are no prose. */
export class PageParser implements RowParser {
  private html = '';

  push(text: string): RawRow[] {
    if (this.html.length <= MOST) this.html += text;
    return [];
  }

  end(): RawRow[] {
    const { html } = this;
    if (html.length > MOST) return [{ line: 1, error: rowErrorText('longPage', MOST) }];
    if (html.trim() === '') return [];
    const found = paragraphsIn(html);
    if (found.length === 0) return [{ line: 1, error: rowErrorText('noTexts') }];
    const lines = lineCounter(html);
    return found.map(({ text, start, end }) => ({ line: lines(start), text, place: () => placeIn(html, start, end) }));
  }
}

/** The line of an offset; offsets are asked for in their order. */
export function lineCounter(text: string): (offset: number) => number {
  let [line, at] = [1, 0];
  return (offset) => {
    for (; at < offset; at++) {
      const code = text.charCodeAt(at);
      if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) line++;
    }
    return line;
  };
}
