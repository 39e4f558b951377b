import { placeReviews } from '../../../findings/review/place-reviews';
import type { RowStore } from '../../../findings/store/row-store';
import type { Condition } from '../../../shared/findings/filter';
import type { ViewChoices } from './overview-data';

type NamingView = Pick<ViewChoices, 'filter' | 'next'>;

/** A row that a view names, with the text that it had. */
interface NamedRow {
  readonly row: number;
  readonly text: string;
}

/** The rows that filters and the order of review name by their numbers, with the texts that they have now. */
export function namedRows({ filter, next = [] }: NamingView, store: RowStore): readonly NamedRow[] {
  const wanted = new Set([...next, ...filter.flatMap(numbersIn)]);
  if (wanted.size === 0) return [];
  const found: NamedRow[] = [];
  for (let index = 0; index < store.rows; index++) {
    const row = store.numbers.values[index];
    if (wanted.has(row) && !store.isDamaged(index)) found.push({ row, text: store.text(index) });
  }
  return found;
}

/** The view with the numbers that these texts have by now; rows whose text is gone are named no more. */
export function withNumbers(view: NamingView, rows: readonly NamedRow[], store: RowStore): NamingView {
  const { numbers } = placeReviews(store, rows);
  const now = new Map([...numbers].map(([{ row }, number]) => [row, number]));
  const placed = (old: readonly number[]) => old.flatMap((row) => now.get(row) ?? []);
  const condition = (one: Condition): Condition => {
    if (one.kind === 'rows') return { ...one, rows: placed(one.rows) };
    return one.kind === 'any' ? { ...one, of: one.of.map(condition) } : one;
  };
  return { filter: view.filter.map(condition), ...(view.next && { next: placed(view.next) }) };
}

const numbersIn = (one: Condition): readonly number[] =>
  one.kind === 'rows' ? one.rows : one.kind === 'any' ? one.of.flatMap(numbersIn) : [];
