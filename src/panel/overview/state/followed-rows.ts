import { rowsNumbered } from '../../../findings/store/numbered';
import type { RowStore } from '../../../findings/store/row-store';
import { namedRows, currentNumbers, type NamedRow } from './named-rows';
import type { RowSelection } from './row-selection';

/** More chosen rows than these are not followed: it would take seconds. */
const MOST = 100_000;

/** The rows that a person chose and the one that is read, while all are read again: they are found by their texts. */
export class FollowedRows {
  private selected: readonly NamedRow[] = [];
  private current: NamedRow | undefined;

  /** Rows are about to go. What was held before and did not come again yet stays. */
  hold(store: RowStore, selection: RowSelection, current: number | undefined): void {
    if (selection.size > 0 && selection.size <= MOST) this.selected = namedRows(store, selection.all());
    if (current !== undefined && current < store.rows) [this.current] = namedRows(store, [current]);
  }

  /** Chooses the rows again. Returns the index of the one that was read. */
  place(store: RowStore, selection: RowSelection): number | undefined {
    const { selected, current } = this;
    const all = current ? [...selected, current] : selected;
    const moved = currentNumbers(all, store) ?? ((row: number) => row);
    const numbers = all.map(({ row, text }) => moved(row, text));
    const rows = rowsNumbered(store, new Set(numbers.filter((number) => number !== undefined)));
    const indices = numbers.map((number) => (number === undefined ? undefined : rows.get(number)));
    const read = current && indices.pop();
    for (const row of indices) if (row !== undefined) selection.set(row, true);
    [this.selected, this.current] = [[], undefined];
    return read;
  }
}
