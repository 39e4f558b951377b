import { ngramsOf, textFrequencies, wordsOfKey, type CountedText, type NgramRange } from './count-ngrams';

/** How an n-gram's presence in a text becomes a number. */
export type Scaling = 'tf-idf' | 'naive-bayes';

export interface NgramChoice extends NgramRange {
  /** How many are kept. */
  readonly ngrams: number;
  readonly labels: number;
  readonly scaling: Scaling;
}

/** What is counted in training texts: rows of an `NgramTable` and one factor per row; unused rows are zeros. */
export interface ChosenNgrams {
  /** `[ngrams, longest]` word ids. */
  readonly words: Float32Array;
  /** `[ngrams]`. */
  readonly scale: Float32Array;
}

/**
 * The n-grams that tell the labels apart best, the best first: by the F statistic of a one-way analysis of variance of
 * their tf-idf values (scikit-learn's `f_classif`), as Google's text classification guide chooses them.
 */
export function chooseNgrams(texts: readonly CountedText[], choice: NgramChoice): ChosenNgrams {
  const frequencies = textFrequencies(texts, choice);
  const idf = new Map([...frequencies].map(([key, count]) => [key, inverseFrequency(texts.length, count)]));
  const statistics = fStatistics(texts, choice, idf);
  const best = [...statistics.entries()]
    .sort(([a, fa], [b, fb]) => fb - fa || a - b)
    .slice(0, choice.ngrams)
    .map(([key]) => key);
  const words = new Float32Array(choice.ngrams * choice.longest);
  best.forEach((key, row) => words.set(wordsOfKey(key, choice), row * choice.longest));
  const ratios = choice.scaling === 'naive-bayes' ? logCountRatios(texts, choice, new Set(best)) : idf;
  const scale = new Float32Array(choice.ngrams);
  best.forEach((key, row) => (scale[row] = ratios.get(key)!));
  return { words, scale };
}

/** Smoothed as if one more text had every n-gram. */
const inverseFrequency = (texts: number, having: number): number => Math.log((1 + texts) / (1 + having)) + 1;

/** F = (between the labels / (labels − 1)) ÷ (within them / (texts − labels)), of values of unit length a text. */
function fStatistics(
  texts: readonly CountedText[],
  choice: NgramChoice,
  idf: ReadonlyMap<number, number>,
): Map<number, number> {
  const { labels } = choice;
  const slots = new Map([...idf.keys()].map((key, slot) => [key, slot * (labels + 1)]));
  // For each n-gram the sum of its values under each label, and the sum of their squares.
  const sums = new Float64Array(idf.size * (labels + 1));
  for (const { ids, label } of texts) {
    const values = [...ngramsOf(ids, choice)].flatMap(([key, count]) => {
      const factor = idf.get(key);
      return factor === undefined ? [] : [[slots.get(key)!, count * factor] as const];
    });
    const norm = Math.sqrt(values.reduce((sum, [, value]) => sum + value * value, 0));
    for (const [slot, value] of values) {
      sums[slot + label] += value / norm;
      sums[slot + labels] += (value / norm) ** 2;
    }
  }
  const rows = new Float64Array(labels);
  for (const { label } of texts) rows[label]++;
  const present = [...rows].filter(Boolean).length;
  return new Map(
    [...slots].map(([key, slot]) => {
      let total = 0;
      let ofLabels = 0;
      for (let label = 0; label < labels; label++) {
        total += sums[slot + label];
        if (rows[label]) ofLabels += sums[slot + label] ** 2 / rows[label];
      }
      const between = (ofLabels - total ** 2 / texts.length) / Math.max(1, present - 1);
      const within = (sums[slot + labels] - ofLabels) / Math.max(1, texts.length - present);
      // An n-gram that has the same value in every text of a label has nothing within; it must not become infinite.
      return [key, between / Math.max(within, Number.EPSILON)];
    }),
  );
}

/**
 * |ln of an n-gram's share of one label's texts against its share of the others'|, add-one smoothed, for the label that
 * it supports or opposes most (Wang and Manning 2012; the sign is left to the first layer).
 */
function logCountRatios(
  texts: readonly CountedText[],
  choice: NgramChoice,
  kept: ReadonlySet<number>,
): Map<number, number> {
  const { labels } = choice;
  const counts = new Map([...kept].map((key) => [key, new Float64Array(labels)]));
  const totals = new Float64Array(labels);
  for (const { ids, label } of texts) {
    for (const key of ngramsOf(ids, choice).keys()) {
      const of = counts.get(key);
      if (!of) continue;
      of[label]++;
      totals[label]++;
    }
  }
  const all = totals.reduce((sum, count) => sum + count, 0);
  return new Map(
    [...counts].map(([key, of]) => {
      const total = of.reduce((sum, count) => sum + count, 0);
      const ratios = [...of].map((count, label) => {
        const inside = (count + 1) / (totals[label] + kept.size);
        const outside = (total - count + 1) / (all - totals[label] + kept.size);
        return Math.abs(Math.log(inside / outside));
      });
      return [key, Math.max(...ratios)];
    }),
  );
}
