import { seededRandom } from '../../shared/random';

/** A text without a label as a model sees it. */
export interface Candidate {
  /** By label; they sum to 1. */
  readonly probabilities: readonly number[];
  /** A vector that represents the text; all candidates have vectors of one length. */
  readonly state: ArrayLike<number>;
}

/** Texts that are chosen together: after so many new labels the model is worth training again. */
const BATCH = 50;
/** A batch is chosen from so many texts, the least certain ones. */
const SHORTLIST = 250;
/** Passes of k-means; clusters hardly change after these. */
const PASSES = 10;

/**
 * Which texts would be most informative if they had a label: typical ones among those that the model is unsure of, and no two alike.
 * In batches: of the texts whose two likeliest labels are nearest to each other (margin), clusters are formed by k-means
 * weighted with that uncertainty, as many as the batch has texts, and of each the text next to its centre is taken (Zhdanov
 * 2019, "Diverse mini-batch active learning"). The same texts give the same order.
 *
 * @returns places in the list of candidates, batch by batch, the largest clusters first
 */
export function labelNext(candidates: readonly Candidate[], count: number): number[] {
  const unsure = candidates.map(({ probabilities }) => uncertainty(probabilities));
  let left = unsure.map((_, i) => i).sort((a, b) => unsure[b] - unsure[a] || a - b);
  const taken: number[] = [];
  while (taken.length < Math.min(count, candidates.length)) {
    const size = Math.min(BATCH, count - taken.length, left.length);
    const shortlist = left.slice(0, SHORTLIST);
    const states = shortlist.map((i) => unit(candidates[i].state));
    const weights = shortlist.map((i) => unsure[i]);
    const batch = new Set(centres(states, weights, size).map((place) => shortlist[place]));
    // Where texts are alike there are fewer clusters than texts: the least certain of the others follow.
    for (const i of shortlist) if (batch.size < size) batch.add(i);
    taken.push(...batch);
    left = left.filter((i) => !batch.has(i));
  }
  return taken;
}

/** 1 where two labels are equally likely, 0 where one is certain. */
function uncertainty(probabilities: readonly number[]): number {
  const [first, second = 0] = [...probabilities].sort((a, b) => b - a);
  return 1 - (first - second);
}

function unit(state: ArrayLike<number>): Float32Array {
  const values = Float32Array.from(state);
  const length = Math.sqrt(values.reduce((sum, x) => sum + x * x, 0));
  return length > 0 ? values.map((x) => x / length) : values;
}

/** The places of the texts next to the centres of at most `count` clusters, those of most weight first. */
function centres(states: readonly Float32Array[], weights: readonly number[], count: number): number[] {
  const means = beginnings(states, weights, count);
  const of = new Int32Array(states.length);
  const apart = new Float64Array(states.length);
  const assign = (): void =>
    states.forEach((state, i) => {
      apart[i] = Infinity;
      means.forEach((mean, k) => {
        const distance = between(state, mean, apart[i]);
        if (distance < apart[i]) [apart[i], of[i]] = [distance, k];
      });
    });
  for (let pass = 0; pass < PASSES; pass++) {
    assign();
    means.forEach((mean, k) => {
      const members = states.map((_, i) => i).filter((i) => of[i] === k);
      const whole = members.reduce((sum, i) => sum + weights[i], 0);
      if (whole === 0) return;
      mean.fill(0);
      for (const i of members) states[i].forEach((value, at) => (mean[at] += (weights[i] / whole) * value));
    });
  }
  assign();
  return means
    .map((_, k) => {
      const members = states.map((_, i) => i).filter((i) => of[i] === k);
      return {
        weight: members.reduce((sum, i) => sum + weights[i], 0),
        nearest: members.reduce((best, i) => (best < 0 || apart[i] < apart[best] ? i : best), -1),
      };
    })
    .filter(({ nearest }) => nearest >= 0)
    .sort((a, b) => b.weight - a.weight || a.nearest - b.nearest)
    .map(({ nearest }) => nearest);
}

/** Where the clusters begin: far from each other, at uncertain texts (k-means++, Arthur and Vassilvitskii 2007). */
function beginnings(states: readonly Float32Array[], weights: readonly number[], count: number): Float64Array[] {
  const random = seededRandom(1);
  const means = [Float64Array.from(states[0])];
  const apart = states.map((state) => between(state, means[0]));
  while (means.length < count) {
    const shares = apart.map((distance, i) => distance * weights[i]);
    const whole = shares.reduce((sum, share) => sum + share, 0);
    if (whole === 0) break;
    let left = random() * whole;
    const place = shares.findIndex((share) => (left -= share) < 0);
    const mean = Float64Array.from(states[place < 0 ? states.length - 1 : place]);
    means.push(mean);
    states.forEach((state, i) => (apart[i] = Math.min(apart[i], between(state, mean))));
  }
  return means;
}

/** The squared distance; larger ones than `most` need not be exact. */
function between(a: ArrayLike<number>, b: ArrayLike<number>, most = Infinity): number {
  let sum = 0;
  for (let k = 0; k < a.length && sum < most; k++) sum += (a[k] - b[k]) ** 2;
  return sum;
}
