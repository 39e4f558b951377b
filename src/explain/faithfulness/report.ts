import type { CurvePoint, Range, FaithfulnessReport, RemovedHighlights } from '../../shared/studies';
import { emphasise } from '../../shared/emphasis';
import type { Density } from '../../shared/highlights';
import type { LoadedModel, UntimedExplanation } from '../explain';
import { round } from '../../shared/round';
import type { YieldPoint } from '../yield-point';
import { lossesAlong, meanLosses, SHARES, wordsInShare } from './bins';
import { Deletions } from './deletions';
import { randomOrders, type RandomOrders } from './random-orders';

/** Further points of the curve, beside the bins, as shares of the words. */
const BETWEEN = [0.02, 0.15, 0.3, 0.4, 0.7] as const;

/**
 * Measures one explanation by deletion. Source: DeYoung et al. 2020 (ERASER), comprehensiveness and sufficiency as the
 * area over the perturbation curve; Samek et al. 2017 for the curve.
 *
 * The order is that of the scores, the most important first: of signed methods the word that speaks most for the
 * target, of saliencies the largest; equals in text order. Cost: some five forward passes for each random order.
 */
export async function measureFaithfulness(
  subject: LoadedModel,
  explanation: UntimedExplanation,
  step: YieldPoint,
  density: Density = 'default',
): Promise<FaithfulnessReport> {
  const { model, method, target, words } = explanation;
  const encoded = subject.encode(words);
  const deletions = new Deletions(subject, words, subject.labels.indexOf(target));
  const order = deletionOrder(explanation, deletions.read);
  const chosen = markedWords(explanation, order, density);
  const from = deletions.whole;
  const common = { model, method, target, words: order.length };
  if (order.length === 0) {
    const same = round(from);
    const beside = { randomTo: same, randomError: 0, randomRange: [same, same] as const };
    const reading = { density, words: [], from: same, to: same, ...beside };
    return { ...common, bins: [], curve: [{ removed: 0, probability: same }], reading };
  }
  await step();
  const bins = lossesAlong(deletions, order);
  const to = deletions.without(chosen);
  const random = await randomOrders(deletions, [...encoded.ids], chosen.length, step);
  const reading: RemovedHighlights = {
    density,
    words: chosen,
    from: round(from),
    to: round(to),
    randomTo: round(random.without),
    randomError: round(random.withoutError),
    randomRange: roundedRange(random.withoutRange),
  };
  return {
    ...common,
    faithfulness: {
      ...rounded(meanLosses(bins)),
      random: { ...rounded(random.mean), orders: random.orders, standardError: rounded(random.error) },
    },
    bins: bins.map((losses, bin) => ({
      share: SHARES[bin],
      words: wordsInShare(SHARES[bin], order.length),
      ...rounded(losses),
      random: rounded(random.bins[bin]),
    })),
    curve: await curveOf(deletions, order, random, step),
    reading,
  };
}

/** The words that the model reads, the most important first. */
export function deletionOrder({ words }: Pick<UntimedExplanation, 'words'>, read: readonly number[]): number[] {
  return [...read].sort((a, b) => words[b].score - words[a].score || a - b);
}

/** All highlighted words that do not contradict the target, in the order in which they are removed. */
function markedWords(explanation: UntimedExplanation, order: readonly number[], density: Density): number[] {
  const emphasis = emphasise(explanation, density);
  return order.filter((word) => emphasis[word].step > 0 && emphasis[word].direction !== 'against');
}

async function curveOf(
  deletions: Deletions,
  order: readonly number[],
  random: RandomOrders,
  step: YieldPoint,
): Promise<CurvePoint[]> {
  const { whole } = deletions;
  // At both ends all orders have the same words left.
  const end = (probability: number) => ({ random: probability, randomRange: [probability, probability] as const });
  const measured = new Map([0, order.length].map((count) => [count, end(deletions.without(order.slice(0, count)))]));
  SHARES.forEach((share, bin) => {
    const count = wordsInShare(share, order.length);
    const [least, most] = random.ranges[bin];
    const beside = {
      random: whole - random.bins[bin].comprehensiveness,
      randomRange: [whole - most, whole - least] as const,
    };
    if (!measured.has(count)) measured.set(count, beside);
  });
  const counts = new Set([...measured.keys(), ...BETWEEN.map((share) => wordsInShare(share, order.length))]);
  const points: CurvePoint[] = [];
  for (const removed of [...counts].sort((a, b) => a - b)) {
    await step();
    const probability = round(deletions.without(order.slice(0, removed)));
    const beside = measured.get(removed);
    points.push({
      ...{ removed, probability },
      ...(beside && { random: round(beside.random), randomRange: roundedRange(beside.randomRange) }),
    });
  }
  return points;
}

const roundedRange = ([low, high]: Range): Range => [round(low), round(high)];

const rounded = <Name extends string>(figures: Readonly<Record<Name, number>>): Record<Name, number> =>
  Object.fromEntries(Object.entries<number>(figures).map(([name, value]) => [name, round(value)])) as Record<
    Name,
    number
  >;
