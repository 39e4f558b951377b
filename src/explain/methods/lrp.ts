import type { LayerActivations, NetworkTrace } from '../../model/inference/network-trace';
import { float32Of } from '../forward-result';
import { SaliencyError } from '../../shared/saliency-error';
import { backThroughLayer } from './lrp-layer';
import { epsilonRule } from './epsilon-rule';
import type { Attribution, AttributionMethod, ExplanationTask } from './method';
import { logitOf, type LogitWeights } from './target';
import type { Warning } from '../../shared/warning';

/** A warning says so where words fail to receive a larger share of the logit than this. */
const MUCH = 0.25;
/** Relevance above so many times the logit comes from dividing by sums that nearly cancel: it means nothing. */
const UNSTABLE = 100;

/**
 * The target's logit, handed back through the network to the words: each unit hands what it got to what went into it, in
 * proportion.
 *
 * Source: Arras, Montavon, Müller and Samek 2017, "Explaining recurrent neural network predictions in sentiment
 * analysis"; layer-wise relevance propagation of Bach et al. 2015.
 * Formula: of a sum z = Σ_i w_i x_i + b, R_i = w_i x_i / (z + ε·sign z) · R with ε = 0.001 (`epsilon-rule.ts`); of a gate
 * times a signal the gate gets none, the signal all; activations hand on unchanged. Attention weights are constants, and
 * the states that they weigh take all. A word's score is the sum over its vector.
 * Cost: one float32 forward pass and about one more. Signed. Conserved: scores + what biases and ε kept = the target's
 * logit; `completeness` is the part that they kept, with its sign turned, and a warning names it where it is much.
 * Where parts of a sum cancel, its quotients grow; in long texts they multiply, and a warning says when.
 * Baseline: none. For recurrent layers and dense ones, however stacked.
 */
export const lrp: AttributionMethod = {
  name: 'lrp',
  definedFor: 'recurrent models',
  offeredFor: ({ anatomy }) => anatomy !== undefined,
  attribute: ({ reader, ids, mask, target }: ExplanationTask): Attribution => {
    const { scores, logit } = relevances(float32Of(reader).trace(ids, mask), mask, target);
    if (!scores.every(Number.isFinite)) throw overflow(ids.length);
    const kept = logit - scores.reduce((sum, score) => sum + score, 0);
    return { scores, completeness: -kept, warnings: warningsOf(scores, kept, logit) };
  },
};

/** The relevance of the words, and what biases and ε kept on the way; together they are the logit. */
export interface Relevances {
  readonly scores: Float64Array;
  readonly logit: number;
  readonly kept: number;
}

export function relevances(trace: NetworkTrace, mask: Float32Array, target: LogitWeights): Relevances {
  const outputs = trace.tail[trace.tail.length - 1];
  const logit = logitOf(target, outputs.z);
  const throughTail = tailRelevance(trace, target, logit);
  let kept = throughTail.kept;
  let arriving: { kept: number; states: Float64Array[] } = headRelevance(trace, mask, throughTail.features);
  kept += arriving.kept;
  for (let number = trace.layers.length - 1; number >= 0; number--) {
    const layers = trace.layers[number];
    const below = new Float64Array(mask.length * layers[0].inputs);
    layers.forEach((layer, index) => {
      kept += backThroughLayer(layer, mask, arriving.states[index], below);
    });
    arriving = { kept: 0, states: number > 0 ? parted(below, trace.layers[number - 1]) : [below] };
  }
  const [ofVectors] = arriving.states;
  const dimension = ofVectors.length / mask.length;
  const scores = Float64Array.from(mask, (_, word) =>
    ofVectors.subarray(word * dimension, (word + 1) * dimension).reduce((sum, value) => sum + value, 0),
  );
  return { scores, logit, kept };
}

/** From the logit down to what the head read, `[features]`. The last layer is read as one sum, the target's. */
function tailRelevance({ tail }: NetworkTrace, target: LogitWeights, logit: number) {
  const last = tail[tail.length - 1];
  const weights = Float64Array.from(last.x, (_, i) =>
    logitOf(target, last.kernel.subarray(i * target.length, (i + 1) * target.length)),
  );
  let { relevance, kept } = epsilonRule(
    last.x,
    Float64Array.of(logit),
    weights,
    Float64Array.of(logitOf(target, last.bias)),
    Float64Array.of(logit),
  );
  for (const layer of tail.slice(0, -1).reverse()) {
    const step = epsilonRule(layer.x, layer.z, layer.kernel, layer.bias, relevance);
    relevance = step.relevance;
    kept += step.kept;
  }
  return { features: relevance, kept };
}

/** Relevance of the top layer's states, one array `[time, units]` a direction. */
function headRelevance({ layers, attention }: NetworkTrace, mask: Float32Array, features: Float64Array) {
  let [kept, from] = [0, 0];
  const states = layers[layers.length - 1].map(({ units, direction, states: h }) => {
    const relevance = new Float64Array(h.length);
    const own = features.subarray(from, (from += units));
    if (!attention) {
      relevance.set(own, direction === 'forward' ? h.length - units : 0);
      return relevance;
    }
    for (let u = 0; u < units; u++) {
      const weighed = Float64Array.from(mask, (read, word) => (read ? attention[word] * h[word * units + u] : 0));
      const sum = weighed.reduce((total, value) => total + value, 0);
      const step = epsilonRule(
        Float64Array.from(mask).fill(1),
        Float64Array.of(sum),
        weighed,
        NO_BIAS,
        own.subarray(u, u + 1),
      );
      step.relevance.forEach((value, word) => (relevance[word * units + u] = value));
      kept += step.kept;
    }
    return relevance;
  });
  return { states, kept };
}

const NO_BIAS = new Float64Array(1);

/** `[time, joined]` cut into the directions of the layer below. */
function parted(joined: Float64Array, layers: readonly LayerActivations[]): Float64Array[] {
  const width = layers.reduce((sum, { units }) => sum + units, 0);
  let from = 0;
  return layers.map(({ units, states }) => {
    const at = from;
    from += units;
    return Float64Array.from(states, (_, i) => joined[Math.floor(i / units) * width + at + (i % units)]);
  });
}

function overflow(words: number): SaliencyError {
  return new SaliencyError(
    `Relevance propagation runs out of numbers on this text of ${words} words: its quotients multiply from word to word. Select less, or choose integrated gradients or occlusion.`,
    'relevance-overflow',
    { method: 'lrp', words },
  );
}

function warningsOf(scores: Float64Array, kept: number, logit: number): Warning[] {
  const times = scores.reduce((sum, score) => sum + Math.abs(score), 0) / Math.max(1, Math.abs(logit));
  if (times > UNSTABLE) {
    const rounded = Number(times.toPrecision(2));
    const message =
      `The relevances of the words cancel out: they are ${rounded} times as large as the logit together. ` +
      'Choose another method for this text.';
    return [{ code: 'relevance-unstable', times: rounded, message }];
  }
  const share = logit === 0 ? 0 : kept / logit;
  if (Math.abs(share) <= MUCH) return [];
  const percent = Math.round(100 * share);
  const message = `${percent} % of the logit went to the model’s biases instead of to words.`;
  return [{ code: 'relevance-kept', percent, message }];
}
