import { mixSeed, seededRandom, shuffle } from '../model/random';
import type { Teacher } from './distillation';
import type { TokenizedRow } from './texts';

const LONGEST = 3;
const EPOCHS = 4;
const LEARNING_RATE = 0.02;
const DECAY = 1e-4;

/**
 * A linear teacher on what stands in a text, without order: character 1–3-grams, scaled by naive Bayes log-count ratios,
 * logistic regression on them, one against the rest (Wang and Manning 2012, "Baselines and Bigrams"). It knows parts
 * of words that a vocabulary of whole words does not.
 */
export function ngramTeacher(rows: readonly TokenizedRow[], labels: readonly string[], seed: number): Teacher {
  const features = new Map<string, number>();
  const counts = countNgrams(rows);
  for (const [ngram, count] of counts) if (count >= 2) features.set(ngram, features.size);
  const texts = rows.map(({ tokens }) => present(tokens, features));
  // Two labels need one line between them; its log-odds are the second label's.
  const wanted = labels.length === 2 ? [1] : labels.map((_, i) => i);
  const lines = wanted.map((label) => {
    const is = rows.map((row) => row.label === labels[label]);
    return fitLine(texts, is, features.size, mixSeed(seed, 'ngrams', label));
  });
  return {
    name: 'character n-grams',
    labels,
    judge: (given) =>
      given.map((tokens) => {
        const ids = present(tokens, features);
        return lines.map((line) => oddsOf(line, ids));
      }),
  };
}

interface Line {
  /** Weight times naive Bayes ratio of each n-gram. */
  readonly weights: Float64Array;
  readonly bias: number;
}

/** Chinese tokens follow each other without a space; what a space would tell apart, the token's edge does. */
function* ngrams(tokens: readonly string[]): Generator<string> {
  const characters = Array.from(tokens.join(''));
  for (let n = 1; n <= LONGEST; n++) {
    for (let i = 0; i + n <= characters.length; i++) yield characters.slice(i, i + n).join('');
  }
}

/** In how many texts each n-gram stands. */
function countNgrams(rows: readonly TokenizedRow[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { tokens } of rows) {
    for (const ngram of new Set(ngrams(tokens))) counts.set(ngram, (counts.get(ngram) ?? 0) + 1);
  }
  return counts;
}

/** Ids of the n-grams in a text, each once. */
function present(tokens: readonly string[], features: ReadonlyMap<string, number>): Int32Array {
  const ids = new Set<number>();
  for (const ngram of ngrams(tokens)) {
    const id = features.get(ngram);
    if (id !== undefined) ids.add(id);
  }
  return Int32Array.from(ids);
}

function fitLine(texts: readonly Int32Array[], is: readonly boolean[], size: number, seed: number): Line {
  const ratios = naiveBayesRatios(texts, is, size);
  const weights = new Float64Array(size);
  let bias = 0;
  const random = seededRandom(seed);
  const order = texts.map((_, i) => i);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const rate = LEARNING_RATE / (1 + epoch);
    for (const i of shuffle(order, random)) {
      let z = bias;
      for (const id of texts[i]) z += weights[id] * ratios[id];
      const slope = 1 / (1 + Math.exp(-z)) - (is[i] ? 1 : 0);
      for (const id of texts[i]) weights[id] -= rate * (slope * ratios[id] + DECAY * weights[id]);
      bias -= rate * slope;
    }
  }
  return { weights: weights.map((weight, id) => weight * ratios[id]), bias };
}

/** log of an n-gram's share of the texts of the label against its share of the others', add-one smoothed. */
function naiveBayesRatios(texts: readonly Int32Array[], is: readonly boolean[], size: number): Float64Array {
  const inside = new Float64Array(size).fill(1);
  const outside = new Float64Array(size).fill(1);
  texts.forEach((ids, i) => {
    const counts = is[i] ? inside : outside;
    for (const id of ids) counts[id]++;
  });
  const total = (counts: Float64Array): number => counts.reduce((sum, count) => sum + count, 0);
  const [sumInside, sumOutside] = [total(inside), total(outside)];
  return inside.map((count, id) => Math.log(count / sumInside / (outside[id] / sumOutside)));
}

function oddsOf({ weights, bias }: Line, ids: Int32Array): number {
  let z = bias;
  for (const id of ids) z += weights[id];
  return z;
}
