import { describe, expect, it } from 'vitest';
import { sampleEpochRows, type Pool } from './draw';

const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, i) => from + i);
/** 90 rows of one label, 10 of another; and 40 rows of one label. */
const pools: Pool[] = [
  { share: 3, balance: 1, byLabel: [range(0, 90), range(90, 10)] },
  { share: 1, balance: 0, byLabel: [[], range(100, 40)] },
];

describe('the rows of an epoch', () => {
  it('are drawn from the pools by their shares, and from the labels by their balance', () => {
    const drawn = sampleEpochRows(pools, 160, 1, 0);
    const between = (from: number, to: number) => drawn.filter((row) => row >= from && row < to).length;
    expect([between(0, 90), between(90, 100), between(100, 140)]).toEqual([60, 60, 40]);
    const [pool] = pools;
    const half = sampleEpochRows([{ ...pool, balance: 0.5 }], 120, 1, 0);
    // √90 : √10 = 3 : 1
    expect(half.filter((row) => row < 90)).toHaveLength(90);
    const asTheyStand = sampleEpochRows([{ ...pool, balance: 0 }], 100, 1, 0);
    expect([...asTheyStand].sort((a, b) => a - b)).toEqual(range(0, 100));
  });

  it('use all rows, over epochs, before a row is repeated, and are the same for the same epoch', () => {
    const pool: Pool = { share: 1, balance: 0, byLabel: [range(0, 50)] };
    const epochs = [0, 1, 2, 3, 4].map((epoch) => sampleEpochRows([pool], 20, 7, epoch));
    expect(new Set(epochs.slice(0, 2).flat()).size).toBe(40);
    const counts = range(0, 50).map((row) => epochs.flat().filter((drawn) => drawn === row).length);
    expect(counts.every((count) => count === 2)).toBe(true);
    expect(sampleEpochRows([pool], 20, 7, 3)).toEqual(epochs[3]);
    expect(sampleEpochRows([pool], 20, 8, 3)).not.toEqual(epochs[3]);
  });
});
