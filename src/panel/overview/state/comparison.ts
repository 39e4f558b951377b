import { NO_REVIEWS, type StoreRows } from '../../../findings/data';
import { pairsOf } from '../../../findings/figures/compare';
import { filterRows } from '../../../findings/filter/filter-rows';
import type { Condition, Filter } from '../../../shared/findings/filter';
import type { OverviewData, OtherResults } from './overview-data';

/** What the rows that are shown are compared with. */
export type ComparedSide = StoreRows &
  (
    | { readonly kind: 'rest' }
    /** The period of the same length before the chosen one. */
    | { readonly kind: 'before'; readonly period: Period; readonly filter: Filter }
    /** Another file, run or model. `pairs`: rows about the same texts. */
    | {
        readonly kind: 'other';
        readonly name: string;
        readonly pairs: ReturnType<typeof pairsOf>;
      }
  );

export type Period = Extract<Condition, { readonly kind: 'period' }>;

/**
 * Conditions on texts, not on their predictions: only with these does a comparison of predictions with the rest mean
 * something.
 */
const OF_TEXTS: readonly Condition['kind'][] = ['search', 'column', 'label', 'period', 'length', 'word'];

/** What the shown rows are compared with; undefined if all rows are shown and no other results are open. */
export function comparedSide(overview: OverviewData): ComparedSide | undefined {
  const { other, store, filter } = overview;
  if (other) return otherSide(overview, other);
  const period = filter.find((each) => each.kind === 'period');
  if (overview.view.before && period) {
    const before = periodBefore(period);
    const its = filter.map((each) => (each === period ? before : each));
    return { kind: 'before', store, rows: filterRows(overview, its), period: before, filter: its };
  }
  return overview.isFiltered ? { kind: 'rest', store, rows: overview.rest } : undefined;
}

/** Whether the shares of two sides tell more than the filter itself. */
export const isWorthComparing = (side: ComparedSide, filter: Filter): boolean =>
  side.kind !== 'rest' || filter.every(({ kind }) => OF_TEXTS.includes(kind));

/**
 * Of the same texts, those that are shown here; of other texts, those that the filter lets through, whatever their
 * date.
 */
function otherSide({ store, shown, filter }: OverviewData, { name, store: their }: OtherResults): ComparedSide {
  const whole = { store: their, reviews: NO_REVIEWS };
  const all = filterRows(whole, []);
  const pairs = pairsOf({ store: their, rows: all }, { store, rows: shown });
  if (pairs.length * 2 >= shown.length)
    return { kind: 'other', name, store: their, rows: Uint32Array.from(pairs, ([before]) => before), pairs };
  const its = filter.filter(({ kind }) => kind !== 'period' && OF_TEXTS.includes(kind));
  return { kind: 'other', name, store: their, rows: its.length === 0 ? all : filterRows(whole, its), pairs: [] };
}

const DAY = 86_400_000;
const dayAt = (year: number, month: number): number => Date.UTC(year, month, 1) / DAY;

/** The period of the same length that ends where this one begins; of whole months as many months. */
export function periodBefore({ from, to }: Period): Period {
  const [first, next] = [new Date(from * DAY), new Date((to + 1) * DAY)];
  const isMonths = first.getUTCDate() === 1 && next.getUTCDate() === 1;
  const [year, month] = [first.getUTCFullYear(), first.getUTCMonth()];
  const months = (next.getUTCFullYear() - year) * 12 + next.getUTCMonth() - month;
  return {
    kind: 'period',
    from: isMonths ? dayAt(year, month - months) : from - (to - from + 1),
    to: from - 1,
  };
}
