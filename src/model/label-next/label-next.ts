/** A text without a label as a model sees it. */
export interface Candidate {
  /** By label; they sum to 1. */
  readonly probabilities: readonly number[];
  /** A vector that represents the text; all candidates have vectors of one length. */
  readonly state: ArrayLike<number>;
}

/** Diverse texts are chosen from this many of the most uncertain ones. */
const SHORTLIST = 2_000;
/** The largest number of labelled texts to which distances are computed. */
const MOST_LABELLED = 500;

/**
 * Which texts would be most informative if they had a label: those that the model is unsure of, and that are like neither one
 * another nor the texts that have one. One text at a time is taken, the one whose uncertainty times its distance to the
 * nearest text taken or labelled is largest (uncertainty as the entropy of the probabilities; distances of directions:
 * k-centre greedy, Sener and Savarese 2018, weighted as in Zhdanov 2019). The same texts give the same order.
 *
 * @param labelled states of texts that have a label
 * @returns places in the list of candidates, the most instructive first
 */
export function labelNext(
  candidates: readonly Candidate[],
  count: number,
  labelled: readonly ArrayLike<number>[] = [],
): number[] {
  const unsure = candidates.map(({ probabilities }) => entropy(probabilities));
  const order = unsure.map((_, i) => i).sort((a, b) => unsure[b] - unsure[a] || a - b);
  const shortlist = order.slice(0, Math.max(count, SHORTLIST));
  const states = shortlist.map((i) => unit(candidates[i].state));
  const apart = new Float64Array(shortlist.length).fill(2);
  const every = Math.max(1, Math.ceil(labelled.length / MOST_LABELLED));
  for (const of of labelled.filter((_, i) => i % every === 0)) nearer(apart, states, unit(of));
  const taken: number[] = [];
  while (taken.length < Math.min(count, shortlist.length)) {
    let best = -1;
    let most = -1;
    shortlist.forEach((i, place) => {
      const worth = apart[place] < 0 ? -1 : unsure[i] * apart[place];
      if (worth > most) [best, most] = [place, worth];
    });
    taken.push(shortlist[best]);
    nearer(apart, states, states[best]);
    // Chosen texts are excluded; copies of them come last.
    apart[best] = -1;
  }
  return taken;
}

const entropy = (probabilities: readonly number[]): number =>
  -probabilities.reduce((sum, p) => sum + (p > 0 ? p * Math.log(p) : 0), 0);

function unit(state: ArrayLike<number>): Float32Array {
  const values = Float32Array.from(state);
  const length = Math.sqrt(values.reduce((sum, x) => sum + x * x, 0));
  return length > 0 ? values.map((x) => x / length) : values;
}

/** Shortens the distances (1 − cosine, 0 to 2) to the nearest by one more text. */
function nearer(apart: Float64Array, states: readonly Float32Array[], to: Float32Array): void {
  for (let i = 0; i < apart.length; i++) {
    if (apart[i] < 0) continue;
    let product = 0;
    for (let k = 0; k < to.length; k++) product += states[i][k] * to[k];
    apart[i] = Math.min(apart[i], Math.max(0, 1 - product));
  }
}
