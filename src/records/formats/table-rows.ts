import type { RawRow, RowParser } from '../record';
import { CsvRows } from './csv-rows';
import type { Dialect } from './dialect';

/** Rows of a CSV or TSV file, header and all. */
export class DelimitedParser implements RowParser {
  private readonly rows: CsvRows;
  private isFirst = true;

  constructor(private readonly dialect: Dialect) {
    this.rows = new CsvRows(dialect);
  }

  push(text: string): RawRow[] {
    return this.without(this.rows.push(text));
  }

  end(): RawRow[] {
    return this.without(this.rows.end());
  }

  /** `sep=;` is no row. */
  private without(rows: RawRow[]): RawRow[] {
    if (!this.isFirst || rows.length === 0) return rows;
    this.isFirst = false;
    return this.dialect.separatorLine ? rows.slice(1) : rows;
  }
}
