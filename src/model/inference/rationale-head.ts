import { kernelModule } from '../../kernels/inference/kernel-module';
import { wideSumsOf, type WideSums } from '../../kernels/inference/wide-sums';
import type { ForwardPass } from './forward';

/** What is known of the states of a text. */
export type TopStates = Pick<ForwardPass, 'recurrent' | 'states'>;

/** A small network on the states of a text, which predicts the words that people would mark as the reason for its label. */
export interface SaliencyHeadWeights {
  /** `[features, hidden]`, see `saliencyFeatures`. */
  readonly hidden: { readonly kernel: Float32Array; readonly bias: Float32Array };
  /** `[hidden]`, and one bias. */
  readonly output: { readonly kernel: Float32Array; readonly bias: Float32Array };
}

/**
 * What the head knows of each word, `[words, features]`: the states of the topmost recurrent layer after the word, and
 * how far the word moved them, for each direction in turn. `features` is 2 · units · directions. A layer that reads in
 * one direction knows nothing of what follows, so beside them stand how far the next word moves the states, and the states
 * after the last word: 4 · units.
 */
export function saliencyFeatures(pass: TopStates, words: number): Float32Array {
  const top = Math.max(...pass.recurrent.map(({ layer }) => layer));
  const parts = pass.recurrent.filter(({ layer }) => layer === top);
  const ahead = parts.length === 1;
  const width = parts.reduce((sum, { units }) => sum + (ahead ? 4 : 2) * units, 0);
  const features = new Float32Array(words * width);
  let column = 0;
  for (const { layer, direction, units } of parts) {
    const states = pass.states(layer, direction);
    const step = direction === 'forward' ? -1 : 1;
    const last = direction === 'forward' ? words - 1 : 0;
    for (let word = 0; word < words; word++) {
      const at = word * width + column;
      const before = word + step;
      const after = word - step;
      const hasBefore = before >= 0 && before < words;
      const hasAfter = after >= 0 && after < words;
      for (let unit = 0; unit < units; unit++) {
        const state = states[word * units + unit];
        features[at + unit] = state;
        features[at + units + unit] = state - (hasBefore ? states[before * units + unit] : 0);
        if (!ahead) continue;
        features[at + 2 * units + unit] = hasAfter ? states[after * units + unit] - state : 0;
        features[at + 3 * units + unit] = states[last * units + unit];
      }
    }
    column += 2 * units;
  }
  return features;
}

/**
 * The probability, by word, that people would mark it: sigmoid(relu(x·W + b)·v + c); exactly 0 where the model skips it.
 *
 * @param mask `[words]`: 1 = read, 0 = skipped
 */
export function saliencyScores(head: SaliencyHeadWeights, states: TopStates, mask: Float32Array): Float64Array {
  const hidden = hiddenOf(head);
  const sums = hidden.run(saliencyFeatures(states, mask.length));
  const { kernel, bias } = head.output;
  return Float64Array.from(mask, (read, word) => {
    if (!read) return 0;
    const row = word * hidden.columns;
    let z = bias[0];
    for (let h = 0; h < kernel.length; h++) if (sums[row + h] > 0) z += sums[row + h] * kernel[h];
    return 1 / (1 + Math.exp(-z));
  });
}

/** Packed once for each head, which reads many texts. */
const packed = new WeakMap<SaliencyHeadWeights, WideSums>();

function hiddenOf(head: SaliencyHeadWeights): WideSums {
  const known = packed.get(head) ?? wideSumsOf(kernelModule(), head.hidden.kernel, head.hidden.bias);
  packed.set(head, known);
  return known;
}

/** The weights of a model's head by name, `undefined` where it has none. */
export function saliencyHeadOf(weights: ReadonlyMap<string, Float32Array>): SaliencyHeadWeights | undefined {
  const [hiddenKernel, hiddenBias, kernel, bias] = SALIENCY_WEIGHTS.map((name) => weights.get(name));
  if (!hiddenKernel || !hiddenBias || !kernel || !bias) return undefined;
  return { hidden: { kernel: hiddenKernel, bias: hiddenBias }, output: { kernel, bias } };
}

/** The names of its weights in the model folder. */
export const SALIENCY_WEIGHTS = [
  'saliency/hidden/kernel',
  'saliency/hidden/bias',
  'saliency/output/kernel',
  'saliency/output/bias',
] as const;
