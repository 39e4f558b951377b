import { rowErrorText } from '../../shared/file-errors';
import type { RawRow, RowParser } from '../record';

/** A document is parsed whole up to this many characters. */
const MOST = 2 ** 26;

/** Reads a document that can only be parsed whole. */
export abstract class DocumentParser implements RowParser {
  private document = '';

  /** @param tooLong what is said of a document of more characters */
  constructor(private readonly tooLong: 'longPage' | 'longDocument') {}

  push(text: string): RawRow[] {
    if (this.document.length <= MOST) this.document += text;
    return [];
  }

  end(): RawRow[] {
    const { document } = this;
    if (document.length > MOST) return [{ line: 1, error: rowErrorText(this.tooLong, MOST) }];
    return document.trim() === '' ? [] : this.rowsOf(document);
  }

  /** @param document not blank */
  protected abstract rowsOf(document: string): RawRow[];
}
