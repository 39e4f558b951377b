import { mixSeed, seededRandom, shuffle } from '../../shared/random';

/** Batches whose rows are sorted together: wide enough to stay random, narrow enough to waste little padding. */
const POOL = 32;

/**
 * One epoch's batches as indices: shuffled, then rows of like length side by side, then the batches shuffled.
 * Deterministic in the seed and the epoch.
 */
export function epochBatches(lengths: readonly number[], batchSize: number, seed: number, epoch: number): number[][] {
  const random = seededRandom(mixSeed(seed, 'order', epoch));
  const order = shuffle(
    lengths.map((_, i) => i),
    random,
  );
  const batches: number[][] = [];
  for (let at = 0; at < order.length; at += batchSize * POOL) {
    const pool = order.slice(at, at + batchSize * POOL).sort((a, b) => lengths[a] - lengths[b]);
    for (let i = 0; i < pool.length; i += batchSize) batches.push(pool.slice(i, i + batchSize));
  }
  return shuffle(batches, random);
}

/** Batches for prediction: longest first, so that each has little padding, and at most `words` words with it. */
export function predictionBatches(lengths: readonly number[], words: number): number[][] {
  const order = lengths.map((_, i) => i).sort((a, b) => lengths[b] - lengths[a] || a - b);
  const batches: number[][] = [];
  for (let at = 0; at < order.length;) {
    const count = Math.max(1, Math.floor(words / Math.max(1, lengths[order[at]])));
    batches.push(order.slice(at, at + count));
    at += count;
  }
  return batches;
}
