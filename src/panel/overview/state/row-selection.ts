import type { RowIndices } from '../../../findings/data';

/** Rows that a person chose: one mark per row, however many there are. */
export class RowSelection {
  size = 0;
  private marks = new Uint8Array();
  /** The rows that were last asked about, as long as nothing is chosen or dropped: the table asks at each drawing. */
  private asked: { readonly rows: RowIndices; readonly hasAll: boolean } | undefined;

  has(row: number): boolean {
    return this.marks[row] === 1;
  }

  set(row: number, chosen: boolean): void {
    if (row >= this.marks.length) this.grow(row + 1);
    if (this.has(row) === chosen) return;
    this.asked = undefined;
    this.marks[row] = chosen ? 1 : 0;
    this.size += chosen ? 1 : -1;
  }

  setAll(rows: RowIndices, chosen: boolean): void {
    for (const row of rows) this.set(row, chosen);
  }

  hasAll(rows: RowIndices): boolean {
    if (rows.length === 0 || this.size < rows.length) return false;
    if (this.asked?.rows !== rows) this.asked = { rows, hasAll: rows.every((row) => this.has(row)) };
    return this.asked.hasAll;
  }

  clear(): void {
    this.asked = undefined;
    this.marks.fill(0);
    this.size = 0;
  }

  /** Indices, from the first row on. */
  all(): number[] {
    const rows: number[] = [];
    this.marks.forEach((mark, row) => mark === 1 && rows.push(row));
    return rows;
  }

  private grow(rows: number): void {
    const marks = new Uint8Array(Math.max(rows, 2 * this.marks.length, 1024));
    marks.set(this.marks);
    this.marks = marks;
  }
}
