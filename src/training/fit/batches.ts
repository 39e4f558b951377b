import { mixSeed, seededRandom, shuffle } from '../../shared/random';

/** How many batches are sorted by length together: many enough to waste little padding, few enough to stay random. */
const POOL = 32;

/**
 * The batches of one epoch, as indices: rows are shuffled, then grouped by similar length, then the batches are shuffled.
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

/** Batches for prediction: the longest rows first, so that there is little padding; at most `words` words each, padding included. */
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
