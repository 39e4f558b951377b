import type { Share, Estimate, TimeChange, TimePoint } from '../../shared/findings/figures';
import { isDay, NO_VALUE } from '../../shared/findings/piece';
import type { Data, RowIndices } from '../data';
import type { StoredColumn } from '../store/row-store';
import { changeAt, LEAST_ROWS, largestChange, sharesAt, TONES, type CountedPeriods, type FoundChange } from './change';
import { countedPeriods, periodIndex } from './over-time';
import { toneIndex, type Counts } from './sentiments';
import { differenceOf, excludesZero } from './statistics';

/** A group in which a share changed, while it hardly did in the other rows. */
export interface GroupChange {
  readonly column: string;
  readonly value: string;
  /** The change in the group alone: it tells best when the change began, because the other rows vary by chance. */
  readonly own: TimeChange;
  /** The change in all rows, on the same day. */
  readonly all: TimeChange;
  /** The change in the other rows, on the same day. */
  readonly without: { readonly before: Share; readonly after: Share; readonly difference: Estimate };
  /** The change of all rows is another one: at another time, and the other rows show it as well. */
  readonly isAnother: boolean;
}

/**
 * The group that explains a change: its own share changed more than chance explains (in so many groups and places), and
 * without it less than half of the change is left. Of several, the clearest one.
 *
 * @param trend the certain change of all rows, which is to be explained; absent: any
 */
export function groupChange(
  data: Data,
  rows: RowIndices,
  points: readonly TimePoint[],
  columns: readonly StoredColumn[],
  trend?: TimeChange,
): GroupChange | undefined {
  const all = countedPeriods(points);
  const groups = Math.max(1, columns.reduce((sum, { values }) => sum + values.length, 0)); // prettier-ignore
  const tones = trend ? [trend.tone] : TONES;
  let best: (GroupChange & Pick<FoundChange, 'height'>) | undefined;
  for (const column of columns) {
    const counts = countPeriods(data, rows, points, column);
    column.values.forEach((value, code) => {
      const its = { ...all, counts: counts[code] };
      const found = largestChange(its, tones, groups);
      if (!found || (best && found.height <= best.height)) return;
      const { change, height } = found;
      if (trend && change.difference.value * trend.difference.value < 0) return;
      // Where there is a trend, the time is given and only the group was searched for: the test allows for that many groups.
      const { difference, certain } = trend ? changeAt(its, change.at, change.tone, groups) : change;
      const own = { ...change, difference, certain };
      const carried = certain ? carriedBy(own, all, counts[code], trend) : undefined;
      if (carried) best = { column: column.name, value, own, ...carried, height };
    });
  }
  return best;
}

/** The change without the group; undefined where so much of it is left that the group does not explain it. */
function carriedBy(
  own: TimeChange,
  { counts, starts }: CountedPeriods,
  group: readonly Counts[],
  trend: TimeChange | undefined,
): Pick<GroupChange, 'all' | 'without' | 'isAnother'> | undefined {
  const others = counts.map((count, at) => count.map((rows, tone) => rows - group[at][tone]) as Counts);
  const [before, after] = sharesAt(others, own.at, own.tone);
  if (before.of < LEAST_ROWS || after.of < LEAST_ROWS) return undefined;
  const difference = differenceOf(before, after);
  const all = changeAt({ counts, starts }, own.at, own.tone);
  // With few rows the others move by chance: then the group must have changed surely more than they did.
  const isLittle = Math.abs(difference.value) <= Math.abs(all.difference.value) / 2;
  const isChance = !excludesZero(difference) && excludesZero(lessOf(own.difference, difference));
  if (!isLittle && !isChance) return undefined;
  const isElsewhere = trend !== undefined && (trend.day < own.between[0] || trend.day > own.between[1]);
  const isAnother = isElsewhere && changeAt({ counts: others, starts }, trend.at, trend.tone).certain;
  return { all, without: { before, after, difference }, isAnother };
}

/** The difference of two differences over different rows, with an interval from both of theirs. */
const lessOf = (one: Estimate, other: Estimate): Estimate => {
  const value = one.value - other.value;
  return {
    value,
    low: value - Math.hypot(one.value - one.low, other.high - other.value),
    high: value + Math.hypot(one.high - one.value, other.value - other.low),
  };
};

/** Rows by sentiment in each period, for each value of a column. */
function countPeriods(
  { store }: Data,
  rows: RowIndices,
  points: readonly TimePoint[],
  column: StoredColumn,
): Counts[][] {
  const counts = column.values.map(() => points.map((): Counts => [0, 0, 0]));
  const tone = toneIndex(store);
  const at = periodIndex(
    points.map(({ from }) => from),
    points[points.length - 1].to,
  );
  const { days } = store;
  const { values } = column.codes;
  for (const row of rows) {
    const [day, code, its] = [days[row], values[row], tone(row)];
    if (its >= 0 && code !== NO_VALUE && isDay(day)) counts[code][at(day)][its]++;
  }
  return counts;
}
