import type { Rows } from '../data';

/** Whole numbers in a range of this size are counted, not compared. */
const COUNTED = 4_000_000;

/** Rows by the key at the same place; equal ones stay in their order, those without a key (`Infinity`) come last. */
export function byKeys(rows: Rows, keys: Float64Array, descending: boolean): Rows {
  let [least, most, isWhole] = [Infinity, -Infinity, true];
  for (const key of keys) {
    if (key === Infinity) continue;
    if (key < least) least = key;
    if (key > most) most = key;
    if (key % 1 !== 0) isWhole = false;
  }
  const range = most - least + 1;
  return isWhole && range > 0 && range <= COUNTED
    ? byCounting(rows, keys, descending, least, range)
    : bySorting(rows, keys, descending);
}

function byCounting(rows: Rows, keys: Float64Array, descending: boolean, least: number, range: number): Rows {
  const place = (key: number): number => {
    if (key === Infinity) return range;
    return descending ? range - 1 - (key - least) : key - least;
  };
  const starts = new Uint32Array(range + 2);
  for (const key of keys) starts[place(key) + 1]++;
  for (let at = 1; at < starts.length; at++) starts[at] += starts[at - 1];
  const sorted = new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at++) sorted[starts[place(keys[at])]++] = rows[at];
  return sorted;
}

/** Sorting numbers that hold key and place together is several times quicker than sorting by a function. */
function bySorting(rows: Rows, keys: Float64Array, descending: boolean): Rows {
  const { ranks, different } = ranked(keys);
  const joined = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const rank = ranks[at];
    joined[at] = (descending && rank < different ? different - 1 - rank : rank) * rows.length + at;
  }
  joined.sort();
  return Uint32Array.from(joined, (value) => rows[value % rows.length]);
}

/** Keys as places among the different keys; the last place is that of rows without a value. */
function ranked(keys: Float64Array): { ranks: Float64Array; different: number } {
  const sorted = keys.slice().sort();
  let different = 0;
  for (const key of sorted)
    if (key !== Infinity && (different === 0 || key !== sorted[different - 1])) sorted[different++] = key;
  const ranks = new Float64Array(keys.length);
  for (let at = 0; at < keys.length; at++)
    ranks[at] = keys[at] === Infinity ? different : place(sorted, different, keys[at]);
  return { ranks, different };
}

function place(sorted: Float64Array, length: number, key: number): number {
  let [low, high] = [0, length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
