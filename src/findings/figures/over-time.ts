import type { Share, TimeChange, TimeFigure, TimePoint, TimeUnit } from '../../shared/findings/figures';
import { NO_DAY, UNREADABLE_DAY } from '../../shared/findings/piece';
import type { Data, RowIndices } from '../data';
import { nextPeriod, periodStart, unitFor } from './periods';
import { sentimentsOf, toneIndex, type Counts } from './sentiments';
import { differenceOf, isCertain, shareOf, Z95 } from './statistics';

/** More points than this are drawn in a coarser unit. */
const MOST_POINTS = 2_000;
/** A part of the time with fewer rows is not compared with the rest. */
const LEAST_ROWS = 20;
/** How far the χ² of a place may lie below the highest one and the place still be in its 95 % interval (one degree of freedom). */
const LIKELY = 3.84;

/** Sentiment over time. Undefined if no row has a date that could be read. */
export function overTime({ store }: Pick<Data, 'store'>, rows: RowIndices, asked?: TimeUnit): TimeFigure | undefined {
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
    asked !== undefined && last - first < MOST_POINTS * (asked === 'week' ? 7 : 1) ? asked : unitFor(first, last);
  const points = pointsOf({ store }, rows, unit, first, last);
  const change = largestChange(points);
  return {
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
  const places = new Uint32Array(last - first + 1);
  for (let day = first, place = 0; day <= last; day++) {
    while (place + 1 < starts.length && starts[place + 1] <= day) place++;
    places[day - first] = place;
  }
  const counts = starts.map((): Counts => [0, 0, 0]);
  const { days } = store;
  const tone = toneIndex(store);
  for (const row of rows) {
    const day = days[row];
    const its = tone(row);
    if (day >= first && its >= 0) counts[places[day - first]][its]++;
  }
  return starts.map((from, at) => ({ from, to: nextPeriod(from, unit) - 1, ...sentimentsOf(counts[at]) }));
}

/**
 * The place in time where the share of positive or of negative rows changes most: all rows before against all from there on,
 * by the largest χ². Its interval is wider than that of a place chosen beforehand (Bonferroni over places and both shares).
 */
function largestChange(points: readonly TimePoint[]): TimeChange | undefined {
  const places = (['positive', 'negative'] as const).flatMap((tone) => placesOf(points, tone));
  const best = places.reduce<Place | undefined>(
    (most, one) => (most && most.height >= one.height ? most : one),
    undefined,
  );
  if (!best) return undefined;
  const { tone, at, before, after, height } = best;
  const likely = places
    .filter((one) => one.tone === tone && one.height > height - LIKELY)
    .map((one) => points[one.at].from);
  const z = quantileFor(0.05 / Math.max(1, 2 * (points.length - 1)));
  const difference = differenceOf(shareOf(before.rows, before.of, z), shareOf(after.rows, after.of, z));
  return {
    tone,
    at,
    day: points[at].from,
    before,
    after,
    difference,
    between: [Math.min(...likely), Math.max(...likely)],
    certain: isCertain(difference),
  };
}

interface Place {
  readonly tone: TimeChange['tone'];
  readonly at: number;
  readonly before: Share;
  readonly after: Share;
  /** χ² of the two parts. */
  readonly height: number;
}

function placesOf(points: readonly TimePoint[], tone: TimeChange['tone']): Place[] {
  const all = sums(points);
  const together = all[tone] / all.rows;
  let [rows, of] = [0, 0];
  return points.flatMap((_, at) => {
    if (at === 0) return [];
    rows += points[at - 1][tone].rows;
    of += points[at - 1].rows;
    if (of < LEAST_ROWS || all.rows - of < LEAST_ROWS) return [];
    const [before, after] = [shareOf(rows, of), shareOf(all[tone] - rows, all.rows - of)];
    const spread = together * (1 - together) * (1 / before.of + 1 / after.of);
    return [{ tone, at, before, after, height: spread > 0 ? (before.value - after.value) ** 2 / spread : 0 }];
  });
}

function sums(points: readonly TimePoint[]): { rows: number; positive: number; negative: number } {
  let [rows, positive, negative] = [0, 0, 0];
  for (const point of points) {
    rows += point.rows;
    positive += point.positive.rows;
    negative += point.negative.rows;
  }
  return { rows, positive, negative };
}

/** The two-sided normal quantile, by Acklam's rational approximation (relative error below 1.2 × 10⁻⁹). */
export function quantileFor(alpha: number): number {
  if (alpha === 0.05) return Z95;
  const p = alpha / 2;
  const a = [
    -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239,
  ];
  const b = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572];
  const c = [
    -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
    2.938163982698783,
  ];
  const d = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416];
  const polynomial = (of: readonly number[], x: number) => of.reduce((sum, each) => sum * x + each, 0);
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(p));
    return -polynomial(c, q) / (polynomial(d, q) * q + 1);
  }
  const q = p - 0.5;
  const r = q * q;
  return -(polynomial(a, r) * q) / (polynomial(b, r) * r + 1);
}
