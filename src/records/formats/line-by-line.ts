import { LineSplitter, type SourceLine } from '../lines';
import type { RawRow, RowParser } from '../record';

/** A parser that reads one line after the other. */
export abstract class LineByLineParser implements RowParser {
  private readonly lines = new LineSplitter();

  push(text: string): RawRow[] {
    return this.lines.push(text).flatMap((line) => this.next(line));
  }

  end(): RawRow[] {
    return [...this.lines.end().flatMap((line) => this.next(line)), ...this.close()];
  }

  /** The rows that this line completes. */
  protected abstract next(line: SourceLine): RawRow[];

  /** The row that is still open, if there is one. */
  protected close(): RawRow[] {
    return [];
  }
}
