import { grad, mul, tensor2d, tensor3d, tidy, tile, type Tensor3D } from '@tensorflow/tfjs-core';
import type { Attribution, AttributionMethod, Task } from './method';
import { point, weights } from './quadrature';
import { round } from './round';
import { logitOf, logitSum } from './target';
import type { Warning } from './warning';
import { wordDots } from './word-dots';

/** Intervals of the first attempt, and of the last. */
const FEWEST = 8;
const MOST = 128;
/** Longer texts get fewer steps at most: points × words. */
const MOST_WORK = 100_000;
/** Words that go through the network at once, with all that the way back needs: some 100 MB. */
const WORDS = 2_048;
/** How far the sum may be off: this part of the difference of logits, or so many logits. */
const SHARE = 0.01;
const LOGITS = 0.01;

/**
 * How much each word adds to the target's logit on the straight way from zero vectors to the text.
 *
 * Source: Sundararajan, Taly and Yan 2017, "Axiomatic attribution for deep networks".
 * Formula: Σ_k x_ik ∫₀¹ ∂logit(αx)/∂x_ik dα over the dimensions k of word i's vector x_i, the logit before temperature;
 * the integral by Clenshaw–Curtis quadrature with 8, 16, … 128 intervals, until the scores' sum is within
 * max(1 % of |logit(text) − logit(baseline)|, 0.01) of that difference. Both logits are those of the path's ends, in its
 * own float32 arithmetic. Where the last attempt is not within it, a warning says so.
 * Cost: a forward and a backward pass for each of 9 to 129 points (fewer at most for texts of over 775 words), batched.
 * Signed. Complete within what `completeness` says. Baseline: the zero embedding, for every word.
 */
export const integratedGradients: AttributionMethod = {
  name: 'integrated-gradients',
  signed: true,
  additive: true,
  unit: 'logit',
  baseline: 'zero embedding',
  definedFor: 'models that read word vectors',
  offeredFor: ({ reads }) => reads !== 'ngrams',
  attribute,
};

/** What one point of the path gave. */
interface PathPoint {
  readonly logit: number;
  /** `[time]`: gradient there, times the word's vector. */
  readonly dots: Float64Array;
}

function attribute(task: Task): Attribution {
  const time = task.ids.length;
  const known = new Map<number, PathPoint>();
  const most = Math.min(MOST, Math.max(FEWEST, 2 ** Math.floor(Math.log2(MOST_WORK / time))));
  for (let intervals = FEWEST; ; intervals *= 2) {
    const places = Array.from({ length: intervals + 1 }, (_, i) => (i * MOST) / intervals);
    const missing = places.filter((place) => !known.has(place));
    const chunk = Math.max(1, Math.floor(WORDS / time));
    for (let from = 0; from < missing.length; from += chunk) {
      const some = missing.slice(from, from + chunk);
      const alphas = some.map((place) => point(place, MOST));
      alongPath(task, alphas).forEach((found, i) => known.set(some[i], found));
    }
    const scores = new Float64Array(time);
    weights(intervals).forEach((weight, i) =>
      known.get(places[i])!.dots.forEach((dot, word) => (scores[word] += weight * dot)),
    );
    const difference = known.get(MOST)!.logit - known.get(0)!.logit;
    const completeness = scores.reduce((sum, score) => sum + score, 0) - difference;
    if (Math.abs(completeness) <= Math.max(SHARE * Math.abs(difference), LOGITS)) return { scores, completeness };
    if (intervals >= most) return { scores, completeness, warnings: [notComplete(completeness, difference)] };
  }
}

/** One forward and one backward pass with the word vectors times each of `alphas`. */
function alongPath({ reader: { network }, ids, mask, target }: Task, alphas: readonly number[]): PathPoint[] {
  let points: PathPoint[] = [];
  // Assigned, not returned: `tidy` would search all the numbers for tensors.
  tidy(() => {
    const [batch, time] = [alphas.length, ids.length];
    const embedded = network.embed(tensor2d(ids, [1, time], 'int32'));
    const vectors = embedded.dataSync() as Float32Array;
    const masks = tile(tensor2d(mask, [1, time]), [batch, 1]);
    let logits = new Float32Array();
    const path = mul<Tensor3D>(embedded, tensor3d([...alphas], [batch, 1, 1]));
    const gradients = grad((x) => {
      const activations = network.forward(x as Tensor3D, masks);
      logits = activations.logits.dataSync() as Float32Array<ArrayBuffer>;
      return logitSum(target, activations.logits);
    })(path).dataSync() as Float32Array;
    points = alphas.map((_, row) => ({
      logit: logitOf(target, logits.subarray(row * target.length, (row + 1) * target.length)),
      dots: wordDots(gradients, vectors, mask, row * vectors.length),
    }));
  });
  return points;
}

function notComplete(delta: number, difference: number): Warning {
  const [off, of] = [round(Number(delta.toPrecision(2))), round(Number(difference.toPrecision(2)))];
  return {
    code: 'not-complete',
    delta: off,
    difference: of,
    message: `The scores’ sum is off by ${off} where it should be ${of} (logits): take the scores as rough.`,
  };
}
