import type { Data, RowIndices } from '../../../findings/data';
import { sortRows } from '../../../findings/filter/sort-rows';
import type { Sort } from '../../../shared/findings/filter';

/** Orders of all rows that are kept at once: 4 MB each of a million rows. */
const MOST = 4;

interface Asked {
  readonly all: RowIndices;
  /** Some of them, or the same list. */
  readonly shown: RowIndices;
  readonly sort: Sort;
}

/** The rows in the table's order. Orders of all rows are kept: what a filter lets through is picked from them, unsorted. */
export class RowOrders {
  /** By sort, that which was used last at the end. */
  private readonly ofAll = new Map<string, RowIndices>();
  private all: RowIndices | undefined;
  private last: { readonly shown: RowIndices; readonly key: string; readonly rows: RowIndices } | undefined;

  /** To be called when the values that rows are sorted by have changed. */
  clear(): void {
    this.ofAll.clear();
    this.last = undefined;
  }

  of(data: Data, { all, shown, sort }: Asked): RowIndices {
    if (all !== this.all) this.clear();
    this.all = all;
    if (sort.by === 'row' && !sort.descending) return shown;
    const key = JSON.stringify(sort);
    if (this.last?.shown !== shown || this.last.key !== key)
      this.last = { shown, key, rows: this.made(data, { all, shown, sort }, key) };
    return this.last.rows;
  }

  private made(data: Data, { all, shown, sort }: Asked, key: string): RowIndices {
    const whole = this.ofAll.get(key);
    if (whole) this.keep(key, whole);
    if (shown !== all) return whole ? picked(whole, shown) : sortRows(data, shown, sort);
    return whole ?? this.keep(key, sortRows(data, all, sort));
  }

  private keep(key: string, rows: RowIndices): RowIndices {
    this.ofAll.delete(key);
    this.ofAll.set(key, rows);
    if (this.ofAll.size > MOST) this.ofAll.delete(this.ofAll.keys().next().value!);
    return rows;
  }
}

/** Some of the rows, in their order. */
function picked(rows: RowIndices, some: RowIndices): RowIndices {
  const isWanted = new Uint8Array(rows.length);
  for (const row of some) isWanted[row] = 1;
  const found = new Uint32Array(some.length);
  let count = 0;
  for (const row of rows) if (isWanted[row] === 1) found[count++] = row;
  return found;
}
