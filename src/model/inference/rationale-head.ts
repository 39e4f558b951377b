import type { ForwardPass } from './forward';

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
export function saliencyFeatures(pass: ForwardPass, words: number): Float32Array {
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
export function saliencyScores(head: SaliencyHeadWeights, pass: ForwardPass, mask: Float32Array): Float64Array {
  const features = saliencyFeatures(pass, mask.length);
  const { panels, starts, weights, width } = packedOf(head);
  const sums = new Float64Array(starts.length);
  return Float64Array.from(mask, (read, word) => {
    if (!read) return 0;
    sums.set(starts);
    for (let h = 0; h < sums.length; h += PANEL) addPanel(sums, h, features, word * width, panels, h * width, width);
    let z = head.output.bias[0];
    for (let h = 0; h < sums.length; h++) if (sums[h] > 0) z += sums[h] * weights[h];
    return 1 / (1 + Math.exp(-z));
  });
}

/** The number of sums that a processor keeps in registers and updates together. */
const PANEL = 8;

/** A head's weights as its sums read them. */
interface PackedHead {
  readonly panels: Float64Array;
  readonly starts: Float64Array;
  readonly weights: Float64Array;
  /** Features of a word. */
  readonly width: number;
}

/** Packed once for each head, which reads many texts. */
const packed = new WeakMap<SaliencyHeadWeights, PackedHead>();

function packedOf(head: SaliencyHeadWeights): PackedHead {
  const known = packed.get(head);
  if (known) return known;
  const { kernel, bias } = head.hidden;
  const [panels, starts] = [panelsOf(kernel, bias.length), padded(bias)];
  const made = { panels, starts, weights: padded(head.output.kernel), width: kernel.length / bias.length };
  packed.set(head, made);
  return made;
}

const padded = (values: Float32Array): Float64Array => {
  const all = new Float64Array(Math.ceil(values.length / PANEL) * PANEL);
  all.set(values);
  return all;
};

/** A matrix `[width, columns]` as `[columns / 8][width][8]`, the missing columns 0. */
function panelsOf(kernel: Float32Array, columns: number): Float64Array {
  const width = kernel.length / columns;
  const panels = new Float64Array(width * Math.ceil(columns / PANEL) * PANEL);
  for (let i = 0; i < width; i++)
    for (let h = 0; h < columns; h++)
      panels[(Math.floor(h / PANEL) * width + i) * PANEL + (h % PANEL)] = kernel[i * columns + h];
  return panels;
}

/** Adds a row times eight columns to eight sums, each from the first value on: written out, it takes a fifth of the time. */
function addPanel(
  sums: Float64Array,
  to: number,
  row: Float32Array,
  from: number,
  panels: Float64Array,
  at: number,
  width: number,
): void {
  let [a, b, c, d] = [sums[to], sums[to + 1], sums[to + 2], sums[to + 3]];
  let [e, f, g, h] = [sums[to + 4], sums[to + 5], sums[to + 6], sums[to + 7]];
  for (let i = from, k = at; i < from + width; i++, k += PANEL) {
    const x = row[i];
    a += x * panels[k];
    b += x * panels[k + 1];
    c += x * panels[k + 2];
    d += x * panels[k + 3];
    e += x * panels[k + 4];
    f += x * panels[k + 5];
    g += x * panels[k + 6];
    h += x * panels[k + 7];
  }
  sums.set([a, b, c, d, e, f, g, h], to);
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
