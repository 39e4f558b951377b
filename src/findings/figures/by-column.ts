import type { ColumnFigure, GroupFigure } from '../../shared/findings/figures';
import { NO_VALUE } from '../../shared/findings/piece';
import { storeRowsOf, type Data, type Reference, type RowIndices, type StoreRows } from '../data';
import { TECHNICAL_COLUMNS } from '../store/result-row';
import { comparedSentiments, toneIndex, totalOf, type Counts } from './sentiments';

const MOST_GROUPS = 20;
/** Groups with fewer rows stand at the end. */
const SMALL = 30;

/** Sentiment by the values of a column: the 20 that matter most, and the others together. */
export function sentimentByColumn(
  { store }: Pick<Data, 'store'>,
  rows: RowIndices,
  name: string,
  reference?: Reference,
): ColumnFigure | undefined {
  const own = countValues({ store, rows }, name);
  if (!own) return undefined;
  // Another file may lack the column: then there is nothing to compare by it.
  const other = reference && countValues(storeRowsOf(store, reference), name);
  const values = [...new Set([...own.keys(), ...(other?.keys() ?? [])])];
  const none: Counts = [0, 0, 0];
  const byRows = values
    .map((value) => ({ value, counts: own.get(value) ?? none, reference: other && (other.get(value) ?? none) }))
    .sort((a, b) => totalOf(b.counts) - totalOf(a.counts) || (a.value < b.value ? -1 : 1));
  const [kept, rest] = [byRows.slice(0, MOST_GROUPS), byRows.slice(MOST_GROUPS)];
  const groups = kept.map(({ value, counts, reference: its }): GroupFigure => ({
    value,
    filter: { kind: 'column', column: name, values: [value] },
    ...comparedSentiments(counts, its),
  }));
  if (other) groups.sort((a, b) => size(b) - size(a));
  return {
    column: name,
    groups,
    values: values.filter((value) => value !== '').length,
    ...(rest.length > 0 && {
      other: {
        values: rest.length,
        ...comparedSentiments(added(rest.map((one) => one.counts)), other && added(rest.map((one) => one.reference!))),
      },
    }),
  };
}

/** Rows of each value, by sentiment; those without a value under the empty string. Undefined: there is no such column. */
function countValues({ store, rows }: StoreRows, name: string): Map<string, Counts> | undefined {
  const column = store.column(name);
  if (!column) return undefined;
  const none = column.values.length;
  const tone = toneIndex(store);
  const counts = new Uint32Array((none + 1) * 3);
  const { values } = column.codes;
  for (const row of rows) {
    const its = tone(row);
    const code = values[row];
    if (its >= 0) counts[(code === NO_VALUE ? none : code) * 3 + its]++;
  }
  const found = new Map<string, Counts>();
  for (let code = 0; code <= none; code++) {
    const [negative, neutral, positive] = counts.subarray(code * 3, code * 3 + 3);
    if (negative + neutral + positive === 0) continue;
    const value = code === none ? '' : column.values[code];
    // A column with very many values may have one twice.
    const known = found.get(value);
    found.set(value, known ? added([known, [negative, neutral, positive]]) : [negative, neutral, positive]);
  }
  return found;
}

function added(all: readonly Counts[]): Counts {
  const sum: Counts = [0, 0, 0];
  for (const counts of all) counts.forEach((count, at) => (sum[at] += count));
  return sum;
}

/** Small groups last: a large change of few rows is chance. */
const size = ({ rows, change, changeNegative }: GroupFigure): number =>
  (rows < SMALL ? -1 : 0) + Math.max(Math.abs(change?.value ?? 0), Math.abs(changeNegative?.value ?? 0));

/** Columns whose values group rows: neither all the same, nor nearly all different. */
export function groupingColumns({ store }: Pick<Data, 'store'>): string[] {
  return store.columns
    .filter(({ values, codes }) => {
      let there = 0;
      for (let row = 0; row < store.rows; row++) if (codes.values[row] !== NO_VALUE) there++;
      const isVaried = values.length > 1 || (values.length === 1 && there < store.rows);
      return isVaried && there > 0 && values.length <= Math.max(2, there / 2) && values.length <= 10_000;
    })
    .map(({ name }) => name);
}

/** Columns about the content of the texts, not about how they were read. */
export const contentColumns = (data: Pick<Data, 'store'>): string[] =>
  groupingColumns(data).filter((name) => !TECHNICAL_COLUMNS.has(name));
