import type { LayerActivations } from '../../model/inference/network-trace';
import { float32Of } from '../forward-result';
import { lstmCellsOf, readingOrder } from './lstm-cells';
import type { Attribution, AttributionMethod, ExplanationTask } from './method';
import { logitOf } from './target';

/**
 * What each word wrote into the LSTM's cell, as far as it was not forgotten, and what that adds to the target's logit.
 *
 * Source: Murdoch and Szlam 2017, "Automatic rule extraction from long short term memory networks", the additive
 * decomposition of the cell; for two directions, each one's own.
 * Formula: e_k = (Π_{j>k} f_j) · i_k · g_k is what is left of word k at the end, C_t = Σ_{k≤t} e_k, and the score of word
 * t = w · (o_n · (tanh C_t − tanh C_{t−1})) with the target's output weights w; k counts in reading order. Of stacked
 * layers the topmost is decomposed, whose input at a word already knows the words that were read before it.
 * Cost: one float32 forward pass. Signed. Complete: the scores telescope to the target's logit minus the bias, which is
 * the logit of the empty state. Baseline: the empty state. For heads that are linear in the last state of an LSTM.
 */
export const cellDecomposition: AttributionMethod = {
  name: 'cell-decomposition',
  definedFor: 'LSTMs whose last state goes straight to the output',
  offeredFor: ({ anatomy }) =>
    anatomy?.head === 'last-states' && anatomy.tail.length === 1 && anatomy.layers.at(-1)!.cell === 'lstm',
  attribute,
};

function attribute({ reader, ids, mask, target }: ExplanationTask): Attribution {
  const { layers, tail } = float32Of(reader).trace(ids, mask);
  const [{ kernel, bias, z }] = tail;
  const outputs = bias.length;
  const scores = new Float64Array(ids.length);
  let features = 0;
  for (const layer of layers[layers.length - 1]) {
    const weights = Float64Array.from({ length: layer.units }, (_, unit) =>
      logitOf(target, kernel.subarray((features + unit) * outputs, (features + unit + 1) * outputs)),
    );
    decompose(layer, mask, weights, scores);
    features += layer.units;
  }
  const difference = logitOf(target, z) - logitOf(target, bias);
  return { scores, completeness: scores.reduce((sum, score) => sum + score, 0) - difference };
}

/** Adds what the words of one direction are worth to `scores`. */
function decompose(layer: LayerActivations, mask: Float32Array, weights: Float64Array, scores: Float64Array): void {
  const { units } = layer;
  const { input, forget, candidate, output } = lstmCellsOf(layer, mask);
  const words = readingOrder(layer.direction, mask.length).filter((word) => mask[word] !== 0);
  if (words.length === 0) return;
  const last = words[words.length - 1] * units;
  for (let u = 0; u < units; u++) {
    const worth = weights[u] * output[last + u];
    // What is left of each word, from the last one back.
    const left = new Float64Array(words.length);
    let kept = 1;
    for (let t = words.length - 1; t >= 0; t--) {
      const at = words[t] * units + u;
      left[t] = kept * input[at] * candidate[at];
      kept *= forget[at];
    }
    let [cell, before] = [0, 0];
    words.forEach((word, t) => {
      cell += left[t];
      const now = Math.tanh(cell);
      scores[word] += worth * (now - before);
      before = now;
    });
  }
}
