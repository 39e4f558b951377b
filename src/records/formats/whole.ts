import { rowErrorText } from '../../shared/file-errors';
import type { CellPlace, RawRow, RowParser } from '../record';
import { MOST_OF_A_PARAGRAPH } from './lines';

/** All of a file as one record: the texts that another parser finds in it, joined. */
export class WholeParser implements RowParser {
  private readonly texts: string[] = [];
  private first?: RawRow;
  private last?: RawRow;
  private length = 0;

  constructor(
    private readonly parts: RowParser,
    /** What stands between two of them. */
    private readonly between: string,
  ) {}

  push(text: string): RawRow[] {
    return this.keep(this.parts.push(text));
  }

  end(): RawRow[] {
    const damaged = this.keep(this.parts.end());
    const { first, last = first } = this;
    if (!first || !last) return damaged;
    const { line } = first;
    if (this.length > MOST_OF_A_PARAGRAPH)
      return [...damaged, { line, error: rowErrorText('longFile', MOST_OF_A_PARAGRAPH) }];
    const text = this.texts.join(this.between).trimEnd();
    return [...damaged, { line, text, place: () => joined(first.place?.('text'), last.place?.('text')) }];
  }

  /** What is no text is passed on as it is; blank lines at the beginning are no part of it. */
  private keep(rows: readonly RawRow[]): RawRow[] {
    return rows.filter((row) => {
      const { text } = row;
      if (text === undefined) return true;
      if (text.trim() !== '') {
        this.first ??= row;
        this.last = row;
      }
      if (!this.first) return false;
      this.length += text.length + this.between.length;
      if (this.length <= MOST_OF_A_PARAGRAPH) this.texts.push(text);
      return false;
    });
  }
}

const joined = (from: CellPlace | undefined, to: CellPlace | undefined): CellPlace | undefined =>
  from && to && { ...from, endLine: to.endLine, endColumn: to.endColumn };
