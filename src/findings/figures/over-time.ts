import type { TimeFigure, TimePoint, TimeUnit } from '../../shared/findings/figures';
import { NO_DAY, UNREADABLE_DAY } from '../../shared/findings/piece';
import type { Data, RowIndices } from '../data';
import { largestChange, type CountedPeriods } from './change';
import { nextPeriod, periodStart, unitFor } from './periods';
import { sentimentsOf, toneIndex, type Counts } from './sentiments';

/** More points than this are drawn in a coarser unit. */
const MOST_POINTS = 2_000;
/** Sentiment over time. Undefined if no row has a date that could be read. */
export function sentimentOverTime(
  { store }: Pick<Data, 'store'>,
  rows: RowIndices,
  asked?: TimeUnit,
): TimeFigure | undefined {
  const { days } = store;
  let [first, last, undated, unread] = [Infinity, -Infinity, 0, 0];
  for (const row of rows) {
    const day = days[row];
    if (day === NO_DAY) undated++;
    else if (day === UNREADABLE_DAY) unread++;
    else {
      if (day < first) first = day;
      if (day > last) last = day;
    }
  }
  if (last < first) return undefined;
  const unit =
    asked !== undefined && last - first < MOST_POINTS * (asked === 'week' ? 7 : 1)
      ? asked
      : unitFor(first, last, rows.length - undated - unread);
  const points = pointsOf({ store }, rows, unit, first, last);
  const change = largestChange(countedPeriods(points))?.change;
  return {
    first,
    last,
    unit,
    points,
    undated,
    unreadable: { rows: unread, ...(unread > 0 && store.unreadable && { first: store.unreadable }) },
    ...(change && { change }),
    ...(store.dateOrder && { order: store.dateOrder }),
  };
}

function pointsOf(
  { store }: Pick<Data, 'store'>,
  rows: RowIndices,
  unit: TimeUnit,
  first: number,
  last: number,
): TimePoint[] {
  const starts: number[] = [];
  for (let start = periodStart(first, unit); start <= last; start = nextPeriod(start, unit)) starts.push(start);
  const periodOf = periodIndex(starts, last);
  const counts = starts.map((): Counts => [0, 0, 0]);
  const { days } = store;
  const tone = toneIndex(store);
  for (const row of rows) {
    const day = days[row];
    const its = tone(row);
    if (day >= first && its >= 0) counts[periodOf(day)][its]++;
  }
  return starts.map((from, at) => ({ from, to: nextPeriod(from, unit) - 1, ...sentimentsOf(counts[at]) }));
}

/** Which of these periods a day from the first to the last one is in; they follow one another. */
export function periodIndex(starts: readonly number[], last: number): (day: number) => number {
  const places = new Uint32Array(last - starts[0] + 1);
  for (let day = starts[0], place = 0; day <= last; day++) {
    while (place + 1 < starts.length && starts[place + 1] <= day) place++;
    places[day - starts[0]] = place;
  }
  return (day) => places[day - starts[0]];
}

/** Points of time as changes are looked for in them. */
export const countedPeriods = (points: readonly TimePoint[]): CountedPeriods => ({
  counts: points.map(({ negative, neutral, positive }): Counts => [negative.rows, neutral.rows, positive.rows]),
  starts: points.map(({ from }) => from),
});
