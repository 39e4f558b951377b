import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../shared/random';
import { augmented } from './augment';
import { epochBatches, predictionBatches } from './batches';

const ids = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 30 });
const plain = { wordDropout: 0, clauseShuffle: 0, unknownId: 1, clauseEnds: new Set([8, 9]) };
const sorted = (numbers: Iterable<number>): number[] => [...numbers].sort((a, b) => a - b);

describe('augmented texts', () => {
  it('are unchanged where no augmentation is asked for', () => {
    const sample = { ids: Int32Array.of(1, 2, 9, 3), label: 1 };
    expect(augmented(sample, plain, seededRandom(1))).toEqual(sample);
  });

  it('keep the words of each clause together when clauses are shuffled', () => {
    fc.assert(
      fc.property(ids, fc.integer(), (list, seed) => {
        const clauses = (numbers: Iterable<number>): string[] =>
          [...numbers]
            .join('')
            .split(/(?<=[89])/)
            .sort();
        const ended = [...list, 9];
        const sample = { ids: Int32Array.from(ended), label: 0 };
        const changed = augmented(sample, { ...plain, clauseShuffle: 1 }, seededRandom(seed));
        expect(clauses(changed.ids)).toEqual(clauses(ended));
      }),
    );
    const orders = new Set<string>();
    for (let seed = 0; seed < 20; seed++) {
      const sample = { ids: Int32Array.of(1, 9, 2, 9, 3, 9), label: 0 };
      orders.add(augmented(sample, { ...plain, clauseShuffle: 1 }, seededRandom(seed)).ids.join(''));
    }
    expect(orders.size).toBe(6);
  });

  it('lose the given share of words: replaced by the unknown word, or removed where the network skips it', () => {
    const sample = { ids: new Int32Array(1000).fill(5), label: 0 };
    const replaced = augmented(sample, { ...plain, wordDropout: 0.3 }, seededRandom(1)).ids;
    expect(replaced.length).toBe(1000);
    expect(Math.abs(replaced.filter((id) => id === 1).length - 300)).toBeLessThan(60);
    const left = augmented(sample, { ...plain, wordDropout: 0.3, unknownId: 0 }, seededRandom(1)).ids;
    expect(left).toEqual(replaced.filter((id) => id === 5));
    const one = { ids: Int32Array.of(5), label: 0 };
    for (let seed = 0; seed < 20; seed++) {
      expect(augmented(one, { ...plain, wordDropout: 0.95, unknownId: 0 }, seededRandom(seed)).ids).toHaveLength(1);
    }
  });
});

describe('batches', () => {
  const lengths = Array.from({ length: 500 }, (_, i) => (i * 37) % 101);

  it('have each row once an epoch, in a new order each epoch that is the same in every run', () => {
    const first = epochBatches(lengths, 16, 1, 0);
    expect(sorted(first.flat())).toEqual(lengths.map((_, i) => i));
    expect(first.every((batch) => batch.length <= 16)).toBe(true);
    expect(epochBatches(lengths, 16, 1, 0)).toEqual(first);
    expect(epochBatches(lengths, 16, 1, 1)).not.toEqual(first);
    expect(epochBatches(lengths, 16, 2, 0)).not.toEqual(first);
  });

  it('have rows of similar length', () => {
    const waste = (batches: number[][]): number =>
      batches.reduce((sum, batch) => {
        const longest = Math.max(...batch.map((i) => lengths[i]));
        return sum + batch.reduce((more, i) => more + longest - lengths[i], 0);
      }, 0);
    const words = lengths.reduce((a, b) => a + b, 0);
    expect(waste(epochBatches(lengths, 16, 1, 0))).toBeLessThan(words * 0.06);
    expect(waste(predictionBatches(lengths, 500))).toBeLessThan(words * 0.06);
  });

  it('for prediction have each row once, and no more than the allowed number of words', () => {
    const batches = predictionBatches(lengths, 300);
    expect(sorted(batches.flat())).toEqual(lengths.map((_, i) => i));
    for (const batch of batches)
      expect(batch.length * Math.max(...batch.map((i) => lengths[i]))).toBeLessThanOrEqual(300);
    expect(predictionBatches([1000, 1], 300)).toEqual([[0], [1]]);
  });
});
