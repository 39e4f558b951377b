import { mixSeed, seededRandom, shuffle } from '../../shared/random';

/** Rows that are drawn from together, and how often. */
export interface Pool {
  /** Of an epoch's rows. */
  readonly share: number;
  /** 0: labels as often as they stand there; 1: all labels equally often; between: the geometric mean. */
  readonly balance: number;
  /** Indices of the rows of each label. */
  readonly byLabel: readonly (readonly number[])[];
}

/**
 * The rows of one epoch, `total` in all, by the pools' shares. Every list of rows is gone through in an order of its own
 * and shuffled anew when it is at its end: over the epochs no row is drawn twice before all have been drawn once. What
 * an epoch gets depends on the seed and its number alone, so a killed run draws the same again.
 */
export function sampleEpochRows(pools: readonly Pool[], total: number, seed: number, epoch: number): number[] {
  const shares = pools.reduce((sum, { share }) => sum + share, 0);
  return pools.flatMap(({ share, balance, byLabel }, pool) => {
    const weights = byLabel.map(({ length }) => (length === 0 ? 0 : length ** (1 - balance)));
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    return byLabel.flatMap((rows, label) => {
      if (rows.length === 0) return [];
      const count = Math.round((total * share * weights[label]) / (shares * all));
      return stretch(rows, epoch * count, count, (round) => mixSeed(seed, 'draw', pool, label, round));
    });
  });
}

/** `count` rows from position `from` of the endless row of shuffled lists. */
function stretch(rows: readonly number[], from: number, count: number, seedOf: (round: number) => number): number[] {
  const drawn: number[] = [];
  let round = Math.floor(from / rows.length);
  let at = from % rows.length;
  while (drawn.length < count) {
    const order = shuffle([...rows], seededRandom(seedOf(round)));
    drawn.push(...order.slice(at, at + count - drawn.length));
    round++;
    at = 0;
  }
  return drawn;
}
