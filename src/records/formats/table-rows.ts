import { LineSplitter, type SourceLine } from '../lines';
import { TOO_LONG, type CellPlace, type RawRow, type RowParser } from '../record';
import { CsvRows, type CsvRow } from './csv-rows';
import { unwrappedLine, type Dialect } from './dialect';

/** Rows of a CSV or TSV file, header and all. */
export class DelimitedParser implements RowParser {
  private readonly rows: CsvRows | WrappedRows;
  private isFirst = true;

  constructor(private readonly dialect: Dialect) {
    this.rows = dialect.wrapped ? new WrappedRows(dialect) : new CsvRows(dialect);
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

/** Rows each of which is a line in quotes: `"1;""Good"";pos"`. */
class WrappedRows {
  private readonly lines = new LineSplitter();

  constructor(private readonly dialect: Dialect) {}

  push(text: string): CsvRow[] {
    return this.lines.push(text).flatMap((line) => this.row(line));
  }

  end(): CsvRow[] {
    return this.lines.end().flatMap((line) => this.row(line));
  }

  private row({ number, text, tooLong }: SourceLine): CsvRow[] {
    if (tooLong) return [{ line: number, cells: [], error: TOO_LONG }];
    const inner = unwrappedLine(text);
    const rows = new CsvRows(this.dialect);
    return [...rows.push(inner), ...rows.end()].map((row) => ({
      ...row,
      line: number,
      place: (cell: number) => {
        const found = row.place?.(cell);
        if (!found || inner === text) return found && { ...found, line: number, endLine: number };
        return outside(found, inner, number);
      },
    }));
  }
}

/** Where a part of a line stands when the line is in quotes: after one, and each of its own is there twice. */
function outside({ column, endColumn }: CellPlace, inner: string, line: number): CellPlace {
  const at = (from: number) => from + 1 + inner.slice(0, from - 1).split('"').length - 1;
  return { line, column: at(column), endLine: line, endColumn: at(endColumn) };
}
