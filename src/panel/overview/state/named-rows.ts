import { fingerprint, lengthPart } from '../../../findings/store/fingerprint';
import { rowsNumbered } from '../../../findings/store/numbered';
import { placeRows } from '../../../findings/store/place-rows';
import type { RowStore } from '../../../findings/store/row-store';
import type { Condition } from '../../../shared/findings/filter';
import type { ViewChoices } from './overview-data';

type NamingView = Pick<ViewChoices, 'filter' | 'next' | 'nextTexts'>;

/** A row that is named by its number, with the fingerprint of its text. */
export interface NamedRow {
  readonly row: number;
  readonly text: number;
}

const FINGERPRINT = { of: fingerprint, length: lengthPart, ofLength: lengthPart };

/** Rows that have no text, because they are not there or could not be read: no text has this fingerprint. */
const NO_TEXT = -1;

/** The view with the texts of the rows that it names by their numbers alone, once these are there; itself where it has them all. */
export function withTexts<View extends NamingView>(view: View, store: RowStore): View {
  const filter = allNamed(view.filter, store);
  const nextTexts = areTexts(view.nextTexts, view.next) ? view.nextTexts : view.next && textsOf(view.next, store);
  return filter === view.filter && nextTexts === view.nextTexts ? view : { ...view, filter, nextTexts };
}

/**
 * The view with the current numbers of its rows, found by their texts; the same object if no number has changed. Rows
 * whose text is gone are removed; rows without a stored text keep their numbers.
 */
export function withNumbers<View extends NamingView>(view: View, store: RowStore): View {
  const lists = [...view.filter.flatMap(listsIn), ...namedIn(view.next, view.nextTexts)];
  const moved = currentNumbers(lists.flat(), store);
  if (!moved) return view;
  const placed = (rows: readonly number[], texts: readonly number[]): NamedRow[] =>
    rows.flatMap((row, at) => {
      const number = moved(row, texts[at]);
      return number === undefined ? [] : [{ row: number, text: texts[at] }];
    });
  const condition = (one: Condition): Condition => {
    if (one.kind === 'any') return { ...one, of: one.of.map(condition) };
    if (one.kind !== 'rows' || !areTexts(one.texts, one.rows)) return one;
    const found = placed(one.rows, one.texts);
    return { ...one, rows: found.map(({ row }) => row), texts: found.map(({ text }) => text) };
  };
  const next = areTexts(view.nextTexts, view.next) && placed(view.next!, view.nextTexts);
  return {
    ...view,
    filter: view.filter.map(condition),
    ...(next && { next: next.map(({ row }) => row), nextTexts: next.map(({ text }) => text) }),
  };
}

/**
 * A function that gives a row's current number, or undefined if its text is gone; undefined itself if no row has moved.
 */
export function currentNumbers(
  rows: readonly NamedRow[],
  store: RowStore,
): ((row: number, text: number) => number | undefined) | undefined {
  const indices = rowsNumbered(store, new Set(rows.map(({ row }) => row)));
  if (rows.every(({ row, text }) => textAt(store, indices.get(row)) === text)) return undefined;
  const key = (row: number, text: number) => `${row} ${text}`;
  const different = [...new Map(rows.map((one) => [key(one.row, one.text), one])).values()];
  const numbers = placeRows(store, different, ({ text }) => text, FINGERPRINT);
  const now = new Map([...numbers].map(([{ row, text }, number]) => [key(row, text), number]));
  return (row, text) => now.get(key(row, text));
}

/** Rows by index, as they are found again in a file that has changed. */
export const namedRows = (store: RowStore, rows: readonly number[]): NamedRow[] =>
  rows.map((row) => ({ row: store.numbers.values[row], text: textAt(store, row) }));

const textAt = (store: RowStore, row: number | undefined): number =>
  row === undefined || store.isDamaged(row) ? NO_TEXT : fingerprint(store.text(row));

/** Undefined where any of the rows is not there (yet). */
function textsOf(numbers: readonly number[], store: RowStore): number[] | undefined {
  const rows = rowsNumbered(store, new Set(numbers));
  return numbers.every((number) => rows.has(number))
    ? numbers.map((number) => textAt(store, rows.get(number)))
    : undefined;
}

/** The same list where nothing is added. */
function allNamed(conditions: readonly Condition[], store: RowStore): readonly Condition[] {
  const named = conditions.map((one): Condition => {
    if (one.kind === 'any') {
      const of = allNamed(one.of, store);
      return of === one.of ? one : { ...one, of };
    }
    if (one.kind !== 'rows' || areTexts(one.texts, one.rows)) return one;
    const texts = textsOf(one.rows, store);
    return texts ? { ...one, texts } : one;
  });
  return named.some((one, at) => one !== conditions[at]) ? named : conditions;
}

const listsIn = (one: Condition): readonly NamedRow[][] =>
  one.kind === 'any' ? one.of.flatMap(listsIn) : one.kind === 'rows' ? namedIn(one.rows, one.texts) : [];

const namedIn = (rows: readonly number[] = [], texts: readonly number[] | undefined): NamedRow[][] =>
  areTexts(texts, rows) ? [rows.map((row, at) => ({ row, text: texts[at] }))] : [];

/** Views are files that a person may have written: texts that do not fit the rows are none. */
const areTexts = (texts: unknown, rows: readonly number[] | undefined): texts is readonly number[] =>
  Array.isArray(texts) && texts.length === rows?.length;
