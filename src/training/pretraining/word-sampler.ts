import type { Random } from '../../shared/random';

/** Frequent words are drawn less often than they stand in texts (Mikolov et al. 2013). */
const FLATTENING = 0.75;

/** Draws words by their frequency^0.75, with replacement, in one look-up each. */
export class WordSampler {
  private readonly probabilities: Float64Array;
  /** Running sums of the probabilities. */
  private readonly cumulative: Float64Array;
  /** log of each word's share of the texts; words never seen count as seen once. */
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

  /** log of how often `id` is expected among `count` drawn words; words never seen count as seen once. */
  logExpected(id: number, count: number): number {
    return Math.log(count * Math.max(this.probabilities[id], 1e-9));
  }

  /** The first word whose running sum is above `share`. */
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
