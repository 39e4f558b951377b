import type { Review } from '../shared/findings/review';
import type { RowStore } from './store/row-store';

/** What figures are computed from: rows, and people's reviews of them (by the number of the row). */
export interface Data {
  readonly store: RowStore;
  readonly reviews: ReadonlyMap<number, Review>;
}

export const NO_REVIEWS: ReadonlyMap<number, Review> = new Map();

/** Indices of rows, ascending unless they were sorted. */
export type RowIndices = Uint32Array<ArrayBuffer>;

export function allRows({ store }: Pick<Data, 'store'>): RowIndices {
  const rows = new Uint32Array(store.rows);
  for (let row = 0; row < rows.length; row++) rows[row] = row;
  return rows;
}

/** All rows that are not among these. */
export function otherRows({ store }: Pick<Data, 'store'>, rows: RowIndices): RowIndices {
  const inside = new Uint8Array(store.rows);
  for (const row of rows) inside[row] = 1;
  const rest = new Uint32Array(store.rows - rows.length);
  let at = 0;
  for (let row = 0; row < store.rows; row++) if (!inside[row]) rest[at++] = row;
  return rest;
}

/** Some rows of a store. */
export interface StoreRows {
  readonly store: RowStore;
  readonly rows: RowIndices;
}

/** What rows are compared with: other rows of the same store, or rows of another one. */
export type Reference = RowIndices | StoreRows;

export const storeRowsOf = (store: RowStore, reference: Reference): StoreRows =>
  'store' in reference ? reference : { store, rows: reference };
