import { awayFromZero } from './epsilon-rule';
import { lstmCellsOf, readingOrder, type LstmCells } from './lstm-cells';
import type { LayerActivations } from '../../model/inference/network-trace';

/**
 * Hands relevance back through one direction of a recurrent layer, from the word read last to the one read first.
 *
 * LSTM: h = o·tanh c hands all to c (the gate gets none); c = f·c' + i·g hands to c' and g by the ε-rule, gates none;
 * the sum inside g hands to x and h'. Simple RNN: the sum inside tanh hands to x and h'. A skipped word hands everything
 * on to the state before it.
 *
 * @param arriving `[time, units]`: what each state got from above
 * @param below `[time, inputs]`: what x gets is added to it
 * @returns what biases and ε kept
 */
export function backThroughLayer(
  layer: LayerActivations,
  mask: Float32Array,
  arriving: Float64Array,
  below: Float64Array,
): number {
  const { units, states } = layer;
  const cells = layer.cell === 'lstm' ? lstmCellsOf(layer, mask) : undefined;
  const order = readingOrder(layer.direction, mask.length);
  let kept = 0;
  let ofState = new Float64Array(units);
  const ofCell = new Float64Array(units);
  for (let step = order.length - 1; step >= 0; step--) {
    const [word, before] = [order[step], order[step - 1]];
    for (let u = 0; u < units; u++) ofState[u] += arriving[word * units + u];
    if (!mask[word]) continue;
    const ofSums = cells ? intoCandidate(cells, units, word, before, ofState, ofCell) : { relevance: ofState, kept: 0 };
    const previous = before === undefined ? undefined : states.subarray(before * units, (before + 1) * units);
    const handed = throughSums(layer, word, previous, ofSums.relevance, below);
    kept += ofSums.kept + handed.kept;
    ofState = handed.ofPrevious;
  }
  // What is left belongs to the states before the first word, which are zero.
  return kept + total(ofState) + total(ofCell);
}

/** From h to what is written into the cell; `ofCell` becomes the relevance of the cell before. */
function intoCandidate(
  { input, forget, candidate, cell }: LstmCells,
  units: number,
  word: number,
  before: number | undefined,
  ofState: Float64Array,
  ofCell: Float64Array,
) {
  const relevance = new Float64Array(units);
  let kept = 0;
  for (let u = 0; u < units; u++) {
    const at = word * units + u;
    const sum = awayFromZero(cell[at]);
    const part = (ofState[u] + ofCell[u]) / sum;
    relevance[u] = part * input[at] * candidate[at];
    ofCell[u] = before === undefined ? 0 : part * forget[at] * cell[before * units + u];
    kept += part * (sum - cell[at]);
  }
  return { relevance, kept };
}

/** The ε-rule for the sums that make a candidate (or a simple RNN's state): z = x·W + h'·U + b. */
function throughSums(
  { cell, units, inputs, x, z, kernel, recurrent, bias }: LayerActivations,
  word: number,
  previous: Float32Array | undefined,
  relevance: Float64Array,
  below: Float64Array,
) {
  const width = cell === 'lstm' ? 4 * units : units;
  const offset = cell === 'lstm' ? 2 * units : 0;
  let kept = 0;
  const parts = new Float64Array(units);
  for (let u = 0; u < units; u++) {
    const own = z[word * width + offset + u];
    const sum = awayFromZero(own);
    parts[u] = relevance[u] / sum;
    kept += parts[u] * (bias[offset + u] + sum - own);
  }
  hand(kernel, width, offset, x.subarray(word * inputs, (word + 1) * inputs), parts, below, word * inputs);
  const ofPrevious = new Float64Array(units);
  if (previous) hand(recurrent, width, offset, previous, parts, ofPrevious, 0);
  return { kept, ofPrevious };
}

/** to_i += v_i Σ_u W_iu · part_u. */
function hand(
  weights: Float32Array,
  width: number,
  offset: number,
  values: Float32Array,
  parts: Float64Array,
  to: Float64Array,
  at: number,
): void {
  for (let i = 0; i < values.length; i++) {
    if (values[i] === 0) continue;
    let sum = 0;
    const row = i * width + offset;
    for (let u = 0; u < parts.length; u++) sum += weights[row + u] * parts[u];
    to[at + i] += values[i] * sum;
  }
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
