import { mixSeed, seededRandom, shuffle } from '../../shared/random';

/** For each feature, its weight times its naive Bayes ratio. */
export interface SparseRow {
  readonly weights: Float32Array;
  readonly bias: number;
}

export interface LinearOptions {
  readonly epochs: number;
  readonly learningRate: number;
  readonly decay: number;
  readonly seed: number;
  /** The number of possible features; see `NgramKinds.bits`. */
  readonly features: number;
  /** 0: each label counts as often as it occurs; 1: all labels have the same weight. */
  readonly balance: number;
}

export const LINEAR_DEFAULTS: LinearOptions = {
  epochs: 4,
  learningRate: 0.02,
  decay: 1e-4,
  seed: 1,
  features: 2 ** 22,
  balance: 0,
};

/**
 * Logistic regression on binary features, each scaled by its naive Bayes log-count ratio (Wang and Manning 2012, "Baselines
 * and Bigrams"). There is one classifier for each label against the rest; for two labels there is only that of the second.
 * Features that occur in only one text are left out.
 */
export function fitLinear(
  texts: readonly Int32Array[],
  labels: readonly number[],
  count: number,
  options: LinearOptions,
): SparseRow[] {
  const sizes = Array.from({ length: count }, (_, k) => labels.filter((label) => label === k).length);
  const powers = sizes.map((size) => (size === 0 ? 0 : size ** -options.balance));
  const mean = labels.reduce((sum, label) => sum + powers[label], 0) / Math.max(1, labels.length);
  const weightOf = labels.map((label) => powers[label] / mean);
  const wanted = count === 2 ? [1] : sizes.map((_, k) => k);
  return wanted.map((label) => fitLine(texts, labels, label, weightOf, options));
}

function fitLine(
  texts: readonly Int32Array[],
  labels: readonly number[],
  label: number,
  weightOf: readonly number[],
  { epochs, learningRate, decay, seed, features }: LinearOptions,
): SparseRow {
  const ratios = naiveBayesRatios(texts, labels, label, features);
  const weights = new Float32Array(features);
  let bias = 0;
  const random = seededRandom(mixSeed(seed, 'line', label));
  const order = texts.map((_, i) => i);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const rate = learningRate / (1 + epoch);
    for (const i of shuffle(order, random)) {
      const ids = texts[i];
      let z = bias;
      for (const id of ids) z += weights[id] * ratios[id];
      const slope = weightOf[i] * (1 / (1 + Math.exp(-z)) - (labels[i] === label ? 1 : 0));
      for (const id of ids) weights[id] -= rate * (slope * ratios[id] + decay * weights[id]);
      bias -= rate * slope;
    }
  }
  return { weights: weights.map((weight, id) => weight * ratios[id]), bias };
}

/** Naive Bayes log ratio: the feature's share of the texts of the label over its share of the other texts, add-one smoothed. */
function naiveBayesRatios(
  texts: readonly Int32Array[],
  labels: readonly number[],
  label: number,
  features: number,
): Float32Array {
  const inside = new Float32Array(features);
  const outside = new Float32Array(features);
  let [totalInside, totalOutside] = [0, 0];
  texts.forEach((ids, i) => {
    const counts = labels[i] === label ? inside : outside;
    for (const id of ids) counts[id]++;
    if (counts === inside) totalInside += ids.length;
    else totalOutside += ids.length;
  });
  const prior = Math.log((totalInside + 1) / (totalOutside + 1));
  return inside.map((count, id) => (count + outside[id] < 2 ? 0 : Math.log((count + 1) / (outside[id] + 1)) - prior));
}

/** One log-odds for each classifier. */
export function oddsOf(lines: readonly SparseRow[], ids: Int32Array): number[] {
  return lines.map(({ weights, bias }) => {
    let z = bias;
    for (const id of ids) z += weights[id];
    return z;
  });
}

/** The probabilities of the labels from the log-odds of the classifiers; three or more are normalised to a sum of 1. */
export function linearProbabilities(odds: readonly number[]): number[] {
  const each = odds.map((z) => 1 / (1 + Math.exp(-z)));
  if (each.length === 1) return [1 - each[0], each[0]];
  const total = each.reduce((sum, p) => sum + p, 0);
  return each.map((p) => p / total);
}
