import type { Sort } from '../../shared/findings/filter';
import { NO_DAY, NO_VALUE, UNREADABLE_DAY } from '../../shared/findings/piece';
import { seededRandom, shuffle } from '../../shared/random';
import type { Data, Rows } from '../data';
import type { RowStore, StoredColumn } from '../store/row-store';
import { priorities } from '../review/priority';

/** Rows in another order; equal ones stay in theirs. Rows without a value come last, whichever way. */
export function sortRows(data: Data, rows: Rows, { by, descending = false }: Sort): Rows {
  if (by === 'row') return descending ? rows.slice().sort((a, b) => b - a) : rows.slice().sort();
  if (by === 'random') return Uint32Array.from(shuffle([...rows], seededRandom(20)));
  return byKeys(rows, keysOf(data, rows, by), descending);
}

function keysOf(data: Data, rows: Rows, by: Exclude<Sort['by'], 'row' | 'random'>): Float64Array {
  const { store } = data;
  const keyed = (key: (row: number) => number) => {
    const keys = new Float64Array(rows.length);
    for (let at = 0; at < rows.length; at++) keys[at] = key(rows[at]);
    return keys;
  };
  if (typeof by === 'object') {
    const column = store.column(by.column);
    return column ? keyed(columnKey(column)) : keyed(() => Infinity);
  }
  switch (by) {
    case 'date': {
      const { days } = store;
      return keyed((row) => (days[row] === NO_DAY || days[row] === UNREADABLE_DAY ? Infinity : days[row]));
    }
    case 'length':
      return keyed((row) => store.textLength(row));
    case 'text':
      return textKeys(store, rows);
    case 'prediction': {
      const ranks = store.labels.map((label) => store.orderedLabels().indexOf(label));
      return keyed((row) => (store.isDamaged(row) ? Infinity : ranks[store.predictions.values[row]]));
    }
    case 'confidence':
      return keyed((row) => (store.isDamaged(row) ? Infinity : store.confidences.values[row]));
    case 'priority': {
      const worth = priorities(data);
      return keyed((row) => -worth[row]);
    }
  }
}

/** The rank of each value: numbers by size, before words by the alphabet. */
function columnKey({ values, codes }: StoredColumn): (row: number) => number {
  const numbers = values.map((value) => (value.trim() === '' ? NaN : Number(value.replace(/,/g, ''))));
  const { compare } = new Intl.Collator('en', { numeric: true });
  const order = values
    .map((_, code) => code)
    .sort((a, b) => {
      const [x, y] = [numbers[a], numbers[b]];
      if (!Number.isNaN(x) && !Number.isNaN(y)) return x - y;
      if (Number.isNaN(x) !== Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1;
      return compare(values[a], values[b]);
    });
  const ranks = new Float64Array(values.length);
  order.forEach((code, rank) => (ranks[code] = rank));
  return (row) => (codes.values[row] === NO_VALUE ? Infinity : ranks[codes.values[row]]);
}

/** Texts by as many of their first characters as one number holds: 8 Latin ones, 4 where there are Chinese ones. */
function textKeys(store: RowStore, rows: Rows): Float64Array {
  const beginnings = Array.from(rows, (row) => store.text(row).slice(0, 24).trimStart().toLowerCase());
  const used = new Set<number>();
  for (const text of beginnings) for (let i = 0; i < Math.min(8, text.length); i++) used.add(text.charCodeAt(i));
  const ranks = new Map([...used].sort((a, b) => a - b).map((code, rank) => [code, rank + 1]));
  const base = ranks.size + 1;
  const length = Math.min(8, Math.floor(52 / Math.log2(base + 1)));
  return Float64Array.from(beginnings, (text) => {
    let key = 0;
    for (let i = 0; i < length; i++) key = key * base + (i < text.length ? (ranks.get(text.charCodeAt(i)) ?? 0) : 0);
    return key;
  });
}

/** Sorting numbers that hold key and place together is several times quicker than sorting by a function. */
function byKeys(rows: Rows, keys: Float64Array, descending: boolean): Rows {
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
