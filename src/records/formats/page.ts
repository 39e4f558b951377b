import { rowErrorText } from '../../shared/file-errors';
import { lineCounter, placeIn } from '../place';
import type { RawRow } from '../record';
import { DocumentParser } from './document';
import { messagesIn, paragraphsIn } from './markup';

/**
 * A web page without a table of texts: the messages of a chat, else paragraphs and list items. Headings, scripts and
 * navigation are no prose.
 */
export class PageParser extends DocumentParser {
  constructor() {
    super('longPage');
  }

  protected rowsOf(html: string): RawRow[] {
    const lines = lineCounter(html);
    const messages = messagesIn(html);
    if (messages.length > 0)
      return messages.map(({ start, end, ...said }) => ({
        line: lines(start),
        fields: new Map(Object.entries(said).map(([name, written]) => [name, { written, path: [name] }])),
        place: (of) => (of === 'text' ? placeIn(html, start, end) : undefined),
      }));
    const found = paragraphsIn(html);
    if (found.length === 0) return [{ line: 1, error: rowErrorText('noTexts') }];
    return found.map(({ text, start, end }) => ({ line: lines(start), text, place: () => placeIn(html, start, end) }));
  }
}
