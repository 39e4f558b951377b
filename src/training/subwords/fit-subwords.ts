import { mixSeed, seededRandom, shuffle } from '../../shared/random';
import { subwords } from '../../text/subwords';

export interface SubwordOptions {
  /** The number of rows of the table that n-grams are hashed into. */
  readonly buckets: number;
  readonly epochs: number;
  readonly learningRate: number;
  /** How strongly the vectors of parts are pulled towards the mean of all words (weight decay). */
  readonly decay: number;
  readonly seed: number;
}

export const SUBWORD_DEFAULTS: SubwordOptions = { buckets: 16_384, epochs: 3, learningRate: 0.05, decay: 0.1, seed: 1 };

/** Words to learn from: their vectors `[words, dimension]`, the most frequent first. */
export interface KnownWords {
  readonly tokens: readonly string[];
  readonly vectors: Float32Array;
}

/**
 * Vectors of word parts whose mean is near the vector of each word that has them (bag of subwords; Zhao, Mudgal and
 * Liang 2018): weighted least squares by AdaGrad, one step per word. Rarer words have less weight, because their
 * vectors were trained on few texts. Deterministic in the seed.
 *
 * @returns `[buckets, dimension]`; a bucket that no word has is the mean of all words
 */
export function fitSubwords({ tokens, vectors }: KnownWords, options: SubwordOptions): Float32Array {
  const { buckets, epochs, learningRate, decay, seed } = options;
  const dimension = vectors.length / tokens.length;
  const parts = tokens.map((token) => Int32Array.from(subwords(token, buckets)));
  const order = tokens.map((_, at) => at).filter((at) => parts[at].length > 0);
  const mean = meanOf(vectors, dimension);
  const table = Float32Array.from({ length: buckets * dimension }, (_, i) => mean[i % dimension]);
  const squares = new Float32Array(buckets);
  const error = new Float64Array(dimension);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const rate = learningRate * (1 - epoch / epochs);
    for (const at of shuffle([...order], seededRandom(mixSeed(seed, 'subwords', String(epoch))))) {
      const own = parts[at];
      errorOf(table, own, vectors.subarray(at * dimension, (at + 1) * dimension), error);
      const weight = weightOf(at, tokens.length);
      const size = error.reduce((sum, e) => sum + e * e, 0) / dimension;
      for (const bucket of own) {
        squares[bucket] += (weight * weight * size) / own.length;
        const step = (rate * weight) / Math.sqrt(own.length * (squares[bucket] + 1e-12));
        for (let k = 0, i = bucket * dimension; k < dimension; k++, i++)
          table[i] -= step * (error[k] + decay * (table[i] - mean[k]));
      }
    }
  }
  return table;
}

function meanOf(vectors: Float32Array, dimension: number): Float64Array {
  const mean = new Float64Array(dimension);
  vectors.forEach((value, i) => (mean[i % dimension] += (value * dimension) / vectors.length));
  return mean;
}

/** The difference between the mean of the parts and the word's vector. */
function errorOf(table: Float32Array, parts: Int32Array, vector: Float32Array, error: Float64Array): void {
  const dimension = vector.length;
  error.fill(0);
  for (const bucket of parts) {
    for (let k = 0, i = bucket * dimension; k < dimension; k++, i++) error[k] += table[i];
  }
  for (let k = 0; k < dimension; k++) error[k] = error[k] / parts.length - vector[k];
}

/** A word's weight: 1 for the more frequent tenth, then falling with the square root of the rank. */
const weightOf = (rank: number, words: number): number => Math.min(1, Math.sqrt(words / 10 / (rank + 1)));

/** The share of the words' variance that the composed vectors explain: 1 − Σ|composed − own|² / Σ|own − mean|². */
export function explainedShare(table: Float32Array, { tokens, vectors }: KnownWords, buckets: number): number {
  const dimension = vectors.length / tokens.length;
  const mean = meanOf(vectors, dimension);
  const error = new Float64Array(dimension);
  let [left, all] = [0, 0];
  tokens.forEach((token, at) => {
    const parts = Int32Array.from(subwords(token, buckets));
    if (parts.length === 0) return;
    const vector = vectors.subarray(at * dimension, (at + 1) * dimension);
    errorOf(table, parts, vector, error);
    for (let k = 0; k < dimension; k++) {
      left += error[k] ** 2;
      all += (vector[k] - mean[k]) ** 2;
    }
  });
  return all === 0 ? 0 : 1 - left / all;
}
