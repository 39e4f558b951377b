import type { Share, TimeChange } from '../../shared/findings/figures';
import { totalOf, type Counts } from './sentiments';
import { differenceOf, excludesZero, quantileFor, shareOf } from './statistics';

/** A part of the time with fewer rows is not compared with the rest. */
export const LEAST_ROWS = 20;
/**
 * How far the χ² of a place may lie below the highest one and the place still be in its 95 % interval: −2 ln (1 − √0.95), as
 * what is looked for is a place and not a size (Hansen 2000, Sample splitting and threshold estimation, theorem 2).
 */
const LIKELY = 7.35;

/**
 * Each kind of finding is tested at a part of 5 %, because a file is searched for several kinds: changes of all rows
 * and changes of a group at a half each, differences between groups at a third. As the places of a change overlap,
 * Bonferroni's bound is far from reached: of files without any effect, fewer than 5 % get a finding (`chance.test.ts`).
 */
const KINDS_OF_CHANGE = 2;
export const KINDS = 3;

type Tone = TimeChange['tone'];
export const TONES: readonly Tone[] = ['positive', 'negative'];
/** Where rows of a tone stand in `Counts`. */
const PLACES = { negative: 0, positive: 2 } as const;

/** A change, and how far it stands out: its χ². */
export interface FoundChange {
  readonly change: TimeChange;
  readonly height: number;
}

/** The periods that are looked at: rows by sentiment in each, and its first day. */
export interface CountedPeriods {
  readonly counts: readonly Counts[];
  readonly starts: readonly number[];
}

/**
 * The place in time where the share of positive or of negative rows changes most: all rows before against all from there on,
 * by the largest χ². Its interval is wider than that of a place chosen beforehand (Bonferroni over places, shares, groups and
 * kinds of findings).
 *
 * @param groups how many parts of the rows are looked at in this way
 */
export function largestChange(
  periods: CountedPeriods,
  tones: readonly Tone[] = TONES,
  groups = 1,
): FoundChange | undefined {
  const places = tones.flatMap((tone) => placesOf(periods.counts, tone));
  const best = places.reduce<Place | undefined>(
    (most, one) => (most && most.height >= one.height ? most : one),
    undefined,
  );
  if (!best) return undefined;
  const likely = places
    .filter((one) => one.tone === best.tone && one.height > best.height - LIKELY)
    .map((one) => periods.starts[one.at]);
  const change = changeAt(periods, best.at, best.tone, triedIn(periods) * groups);
  return { change: { ...change, between: [Math.min(...likely), Math.max(...likely)] }, height: best.height };
}

/**
 * The change at one place.
 *
 * @param tried how many changes were looked at to find this one: its interval is as much wider
 */
export function changeAt(periods: CountedPeriods, at: number, tone: Tone, tried = triedIn(periods)): TimeChange {
  const { counts, starts } = periods;
  const [before, after] = sharesAt(counts, at, tone);
  const z = quantileFor(0.05 / Math.max(1, tried));
  const difference = differenceOf(shareOf(before.rows, before.of, z), shareOf(after.rows, after.of, z));
  const day = starts[at];
  return { tone, at, day, before, after, difference, between: [day, day], certain: excludesZero(difference) };
}

/** Places and shares that are looked at. */
const triedIn = ({ counts }: CountedPeriods): number => KINDS_OF_CHANGE * TONES.length * (counts.length - 1);

/** The share of a tone before an index, and from it on. */
export function sharesAt(counts: readonly Counts[], at: number, tone: Tone): [before: Share, after: Share] {
  const share = (some: readonly Counts[]) =>
    shareOf(
      some.reduce((sum, one) => sum + one[PLACES[tone]], 0),
      some.reduce((sum, one) => sum + totalOf(one), 0),
    );
  return [share(counts.slice(0, at)), share(counts.slice(at))];
}

interface Place {
  readonly tone: Tone;
  readonly at: number;
  /** χ² of the two parts. */
  readonly height: number;
}

function placesOf(counts: readonly Counts[], tone: Tone): Place[] {
  const all = counts.reduce((sum, one) => sum + totalOf(one), 0);
  const its = counts.reduce((sum, one) => sum + one[PLACES[tone]], 0);
  const together = its / all;
  let [rows, of] = [0, 0];
  return counts.flatMap((here, at) => {
    if (at > 0) {
      rows += counts[at - 1][PLACES[tone]];
      of += totalOf(counts[at - 1]);
    }
    // A change never begins in a period without rows: after a gap, it begins in the first period with some.
    if (of < LEAST_ROWS || all - of < LEAST_ROWS || totalOf(here) === 0) return [];
    const spread = together * (1 - together) * (1 / of + 1 / (all - of));
    const difference = rows / of - (its - rows) / (all - of);
    return [{ tone, at, height: spread > 0 ? difference ** 2 / spread : 0 }];
  });
}
