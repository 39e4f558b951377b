import { rowErrorText } from '../../shared/file-errors';
import { lineCounter, placeIn } from '../place';
import type { RawRow } from '../record';
import { DocumentParser } from './document';
import { paragraphsIn } from './markup';

/** A web page without a table of texts: its paragraphs and list items. Headings, scripts and navigation are no prose. */
export class PageParser extends DocumentParser {
  constructor() {
    super('longPage');
  }

  protected rowsOf(html: string): RawRow[] {
    const found = paragraphsIn(html);
    if (found.length === 0) return [{ line: 1, error: rowErrorText('noTexts') }];
    const lines = lineCounter(html);
    return found.map(({ text, start, end }) => ({ line: lines(start), text, place: () => placeIn(html, start, end) }));
  }
}
