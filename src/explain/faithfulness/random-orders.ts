import { mixSeed, seededRandom, shuffle } from '../../shared/random';
import type { Losses, Range } from '../../shared/studies';
import { mean } from '../../shared/mean';
import type { YieldPoint } from '../yield-point';
import { lossesAlong, meanLosses } from './bins';
import type { Deletions } from './deletions';
import { percentiles10to90 } from './percentiles';

/** Orders are drawn until the standard error of both means is at most this: two and a half percentage points. */
const WANTED_ERROR = 0.025;
/** With fewer orders the standard error is not reliable. */
const FEWEST = 5;
const MOST = 150;
/** Words that may go through the model for more than the fewest orders: some 12 orders of a text of 100 words. */
const MOST_COST = 6_000;

/** The losses when words are removed in random order, as means over several orders. */
export interface RandomOrders {
  readonly orders: number;
  /** By bin. */
  readonly bins: readonly Losses[];
  /** By bin: what is lost without the words, in the middle 80 % of the orders. */
  readonly ranges: readonly Range[];
  /** Mean over the bins. */
  readonly mean: Losses;
  /** Standard errors of `mean`. */
  readonly error: Losses;
  /** The target's probability without the first `count` words, its standard error, and the middle 80 %. */
  readonly without: number;
  readonly withoutError: number;
  readonly withoutRange: Range;
}

/**
 * Deletes words in random orders: seeded by the text, so the same text gives the same figures.
 *
 * @param count how many random words to delete together, for comparison with the highlighted ones; 0 for none
 * @param most orders; at least five
 */
export async function randomOrders(
  deletions: Deletions,
  seed: readonly number[],
  count: number,
  step: YieldPoint,
  most = MOST,
): Promise<RandomOrders> {
  const random = seededRandom(mixSeed('random orders', ...seed));
  const all: { readonly bins: readonly Losses[]; readonly mean: Losses; readonly without: number }[] = [];
  const start = deletions.cost;
  const enough = () => {
    if (all.length < FEWEST) return false;
    if (all.length >= most || deletions.cost - start > MOST_COST) return true;
    const { comprehensiveness, sufficiency } = errors();
    return comprehensiveness <= WANTED_ERROR && sufficiency <= WANTED_ERROR;
  };
  const errors = (): Losses => ({
    comprehensiveness: standardError(all.map(({ mean }) => mean.comprehensiveness)),
    sufficiency: standardError(all.map(({ mean }) => mean.sufficiency)),
  });
  while (!enough()) {
    await step();
    const order = shuffle([...deletions.read], random);
    const bins = lossesAlong(deletions, order);
    all.push({ bins, mean: meanLosses(bins), without: deletions.without(order.slice(0, count)) });
  }
  const withouts = all.map(({ without }) => without);
  return {
    orders: all.length,
    bins: all[0].bins.map((_, bin) => meanLosses(all.map(({ bins }) => bins[bin]))),
    ranges: all[0].bins.map((_, bin) => percentiles10to90(all.map(({ bins }) => bins[bin].comprehensiveness))),
    mean: meanLosses(all.map(({ mean }) => mean)),
    error: errors(),
    without: mean(withouts),
    withoutError: standardError(withouts),
    withoutRange: percentiles10to90(withouts),
  };
}

/** The standard error of the mean of independent values: s / √n. */
function standardError(values: readonly number[]): number {
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return Math.sqrt(squares / Math.max(1, values.length - 1) / values.length);
}
