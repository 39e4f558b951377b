import type { Random } from '../../shared/random';

/** The power of the frequency: frequent words are drawn less often than they occur (Mikolov et al. 2013). */
const FLATTENING = 0.75;

/** Draws words with probability proportional to frequency^0.75, with replacement, in one look-up each. */
export class WordSampler {
  private readonly probabilities: Float64Array;
  /** Cumulative sums of the probabilities. */
  private readonly cumulative: Float64Array;
  /** The logarithm of each word's relative frequency; words that do not occur count as occurring once. */
  readonly logFrequencies: Float32Array;

  constructor(texts: readonly Int32Array[], vocabularySize: number) {
    const weights = new Float64Array(vocabularySize);
    for (const ids of texts) for (const id of ids) weights[id]++;
    const words = weights.reduce((sum, count) => sum + count, 0);
    this.logFrequencies = Float32Array.from(weights, (count) => Math.log(Math.max(count, 1) / Math.max(words, 1)));
    let total = 0;
    weights.forEach((count, id) => (total += weights[id] = count ** FLATTENING));
    this.probabilities = weights.map((weight) => weight / total);
    let sum = 0;
    this.cumulative = this.probabilities.map((probability) => (sum += probability));
  }

  draw(count: number, random: Random): Int32Array {
    return Int32Array.from({ length: count }, () => this.at(random()));
  }

  /** The logarithm of the expected number of `id` among `count` drawn words; words that do not occur count as occurring once. */
  logExpected(id: number, count: number): number {
    return Math.log(count * Math.max(this.probabilities[id], 1e-9));
  }

  /** The first word whose cumulative sum is above `share`. */
  private at(share: number): number {
    let low = 0;
    let high = this.cumulative.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.cumulative[middle] > share) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
