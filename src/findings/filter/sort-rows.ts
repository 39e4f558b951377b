import type { Sort } from '../../shared/findings/filter';
import { isDay, NO_VALUE } from '../../shared/findings/piece';
import { seededRandom, shuffle } from '../../shared/random';
import type { Data, RowIndices } from '../data';
import type { StoredColumn } from '../store/row-store';
import { byKeys } from './by-keys';
import { textKeys } from './text-keys';
import { priorities } from '../review/priority';

/** Rows in another order; equal ones stay in theirs. Rows without a value come last, whichever way. */
export function sortRows(data: Data, rows: RowIndices, { by, descending = false }: Sort): RowIndices {
  if (by === 'row') {
    const sorted = rows.slice().sort();
    return descending ? sorted.reverse() : sorted;
  }
  if (by === 'random') return Uint32Array.from(shuffle([...rows], seededRandom(20)));
  return byKeys(rows, keysOf(data, rows, by), descending);
}

function keysOf(data: Data, rows: RowIndices, by: Exclude<Sort['by'], 'row' | 'random'>): Float64Array<ArrayBuffer> {
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
      return keyed((row) => (isDay(days[row]) ? days[row] : Infinity));
    }
    case 'length':
      return keyed((row) => store.textLength(row));
    case 'text': {
      const keys = textKeys(store);
      return keyed((row) => keys[row]);
    }
    case 'prediction': {
      const ranks = store.labels.map((label) => store.orderedLabels().indexOf(label));
      return keyed((row) => (store.isDamaged(row) ? Infinity : ranks[store.predictions.values[row]]));
    }
    case 'confidence':
      return keyed((row) => (store.isDamaged(row) ? Infinity : store.confidences.values[row]));
    case 'priority': {
      const worth = priorities(data);
      return keyed((row) => -Math.round(worth[row] * 1000));
    }
  }
}

const ranksOf = new WeakMap<StoredColumn, Float64Array>();

function columnKey(column: StoredColumn): (row: number) => number {
  const known = ranksOf.get(column);
  const ranks = known?.length === column.values.length ? known : valueRanks(column.values);
  ranksOf.set(column, ranks);
  const codes = column.codes.values;
  return (row) => (codes[row] === NO_VALUE ? Infinity : ranks[codes[row]]);
}

/** The rank of each value: numbers by size, before words by the alphabet. */
function valueRanks(values: readonly string[]): Float64Array {
  const numbers = Float64Array.from(values, (value) => (value.trim() === '' ? NaN : Number(value.replace(/,/g, ''))));
  // Where all values are numbers, as ids are, each is its own rank.
  if (numbers.every((number) => Number.isFinite(number))) return numbers;
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
  return ranks;
}
