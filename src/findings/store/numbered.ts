import type { RowStore } from './row-store';

/** Indices of the rows with these numbers, by number. */
export function rowsNumbered({ numbers, rows }: RowStore, wanted: ReadonlySet<number>): Map<number, number> {
  const { values } = numbers;
  const found = new Map<number, number>();
  for (const number of wanted) {
    const row = placeIn(values, rows, number);
    if (row !== undefined) found.set(number, row);
  }
  if (found.size === wanted.size) return found;
  // Some are not there, or the rows are in another order.
  for (let row = 0; row < rows; row++) if (wanted.has(values[row])) found.set(values[row], row);
  return found;
}

/** By bisection: results have their rows in order. */
function placeIn(values: Uint32Array, rows: number, number: number): number | undefined {
  let [low, high] = [0, rows];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle] < number) low = middle + 1;
    else high = middle;
  }
  return low < rows && values[low] === number ? low : undefined;
}
