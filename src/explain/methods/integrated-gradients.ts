import { float32Of } from '../forward-result';
import type { Attribution, AttributionMethod, ExplanationTask } from './method';
import { integrationError, FIRST_PARTS, refined, simpson, type Part, type PathPoint } from './path-parts';
import type { ChunkedWork } from '../chunked-work';
import { round } from '../../shared/round';
import { logitOf } from './target';
import type { Warning } from '../../shared/warning';
import { wordDots } from './word-dots';

/** Points of the path at most; of longer texts fewer, so that points × words stays below the second figure. */
const MOST = 257;
const MOST_WORK = 100_000;
/** Fewer are never enough for a piece to be halved. */
const FEWEST = 17;
/** Words that go through the network at once, with all that the way back needs: some 100 MB. */
const WORDS = 2_048;
/** How far the sum may be off: relative to the difference of logits, and in logits. */
const SHARE = 0.01;
const LOGITS = 0.01;

/**
 * How much each word adds to the target's logit on the straight way from zero vectors to the text.
 *
 * Source: Sundararajan, Taly and Yan 2017, "Axiomatic attribution for deep networks".
 * Formula: Σ_k x_ik ∫₀¹ ∂logit(αx)/∂x_ik dα over the dimensions k of word i's vector x_i, the logit before temperature;
 * the integral by Simpson's rule on pieces of the path. What the gradient must integrate to over a piece is known, the
 * difference of the logits at its ends, so the pieces that are off are halved (where attention turns from one word to
 * another, logits jump) until the scores' sum, and each piece's, is within max(1 % of |logit(text) − logit(baseline)|,
 * 0.01) of what it must be. All logits are of the path's own float32 arithmetic. Where too many points would be needed,
 * a warning says so.
 * Cost: a forward and a backward pass for each of 9 to 257 points (fewer at most for texts of over 389 words), batched.
 * Signed. Complete within what `completeness` says. Baseline: the zero embedding, for every word.
 */
export const integratedGradients: AttributionMethod = {
  name: 'integrated-gradients',
  definedFor: 'models that read word vectors',
  offeredFor: ({ reads }) => reads !== 'ngrams',
  attribute,
};

/** The result at one point of the path; its slope along the path is the sum over the words. */
interface Found extends PathPoint {
  /** `[time]`: gradient there, times the word's vector. */
  readonly dots: Float64Array;
}

function* attribute(task: ExplanationTask): ChunkedWork<Attribution> {
  const time = task.ids.length;
  const known = new Map<number, Found>();
  const most = Math.min(MOST, Math.max(FEWEST, Math.floor(MOST_WORK / time)));
  for (let parts = [...FIRST_PARTS]; ;) {
    yield* learn(task, parts, known);
    const difference = known.get(1)!.value - known.get(0)!.value;
    const allowed = Math.max(SHARE * Math.abs(difference), LOGITS);
    const errors = parts.map((part) => integrationError(part, known));
    const completeness = errors.reduce((sum, error) => sum + error, 0);
    const within = [completeness, ...errors].every((error) => Math.abs(error) <= allowed);
    const next = within || known.size + 2 > most ? parts : refined(parts, errors, allowed, most - known.size);
    if (next.length === parts.length) {
      const warnings = Math.abs(completeness) > allowed ? [notComplete(completeness, difference)] : [];
      return { scores: integral(parts, known, time), completeness, warnings };
    }
    parts = next;
  }
}

/** Computes the points that the pieces need and that are not known yet. */
function* learn(task: ExplanationTask, parts: readonly Part[], known: Map<number, Found>): ChunkedWork<void> {
  const needed = parts.flatMap((part) => simpson(part).map(({ at }) => at));
  const missing = [...new Set(needed)].filter((at) => !known.has(at));
  const chunk = Math.max(1, Math.floor(WORDS / task.ids.length));
  for (let from = 0; from < missing.length; from += chunk) {
    if (known.size > 0) yield;
    const some = missing.slice(from, from + chunk);
    alongPath(task, some).forEach((found, i) => known.set(some[i], found));
  }
}

function integral(parts: readonly Part[], known: ReadonlyMap<number, Found>, time: number): Float64Array {
  const scores = new Float64Array(time);
  for (const { at, weight } of parts.flatMap(simpson))
    known.get(at)!.dots.forEach((dot, word) => (scores[word] += weight * dot));
  return scores;
}

/** One forward and one backward pass with the word vectors times each of `alphas`. */
function alongPath({ reader, ids, mask, target }: ExplanationTask, alphas: readonly number[]): Found[] {
  const { logits, gradients, vectors } = float32Of(reader).gradientsAlong({ ids, mask }, target, alphas);
  return alphas.map((_, row) => {
    const dots = wordDots(gradients, vectors, mask, row * vectors.length);
    const value = logitOf(target, logits.subarray(row * target.length, (row + 1) * target.length));
    return { value, slope: dots.reduce((sum, dot) => sum + dot, 0), dots };
  });
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
