import { mixSeed, seededRandom, shuffle } from '../../shared/random';

/** A group of rows, and how often rows are drawn from it. */
export interface Pool {
  /** The share of an epoch's rows. */
  readonly share: number;
  /** 0: labels as often as they occur; 1: all labels equally often; in between: the weighted geometric mean of both. */
  readonly balance: number;
  /** The indices of the rows of each label. */
  readonly byLabel: readonly (readonly number[])[];
}

/**
 * The rows of one epoch, `total` in all, by the pools' shares. Each list of rows is shuffled, and shuffled again when all
 * of it has been used, so over the epochs no row is drawn twice before every row has been drawn once. The rows of an epoch
 * depend only on the seed and the epoch's number, so a run that is continued draws the same rows.
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

/** `count` rows from position `from` of the endless sequence of shuffled lists. */
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
