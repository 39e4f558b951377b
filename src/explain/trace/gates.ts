import {
  add,
  concat,
  matMul,
  reshape,
  slice,
  tensor2d,
  tidy,
  type Tensor2D,
  type Tensor3D,
} from '@tensorflow/tfjs-core';
import type { Network, RecurrentStates } from '../../model/network/network';
import type { LayerTrace } from '../../shared/studies';
import { round } from '../../shared/round';

/** Recomputed states may differ from the network's by so much; more, and the weights are not what they were taken for. */
const TOLERANCE = 1e-3;

interface Lstm {
  readonly kernel: Tensor2D;
  readonly recurrent: Tensor2D;
  readonly bias: Tensor2D;
}

/**
 * What the gates of every LSTM layer did at each word, in float32: z = x·W + h·U + b with the states that the network
 * left behind, gate order i, f, c, o; the cell follows from c = f·c + i·g. Source: Hochreiter and Schmidhuber 1997 with
 * forget gate; reading their means along a text as Karpathy, Johnson and Li 2015. Cost: one float32 forward pass and two
 * matrix products a layer.
 *
 * A layer whose states do not come out again (it is no LSTM, or reads something else than the layer below) is left out.
 */
export function gatesAlong(network: Network, ids: Int32Array, mask: Float32Array): LayerTrace[] {
  const traces: LayerTrace[] = [];
  // Collected, not returned: `tidy` would search all the numbers for tensors.
  tidy(() => {
    const time = ids.length;
    const embedded = network.embed(tensor2d(ids, [1, time], 'int32'));
    const { recurrent } = network.forward(embedded, tensor2d(mask, [1, time]));
    const weights = lstms(network);
    recurrent.forEach((part, at) => {
      const inputs = inputsOf(part.layer, embedded, recurrent);
      const its = weights[at];
      if (its?.kernel.shape[0] === inputs.shape[1]) {
        const trace = traceOf(part, inputs, its, mask);
        if (trace) traces.push(trace);
      }
    });
  });
  return traces;
}

/** The recurrent weights in the order in which they are written, which is that of the states; undefined: no LSTM. */
function lstms({ weights }: Network): (Lstm | undefined)[] {
  const names = [...weights.keys()].filter((name) => name.endsWith('/recurrent_kernel'));
  return names.map((name) => {
    const recurrent = weights.get(name)!;
    const [units, width] = recurrent.shape as [number, number];
    const layer = name.slice(0, -'recurrent_kernel'.length);
    const [kernel, bias] = [weights.get(`${layer}kernel`), weights.get(`${layer}bias`)];
    if (width !== 4 * units || kernel?.rank !== 2 || bias?.size !== width) return undefined;
    return { kernel: kernel as Tensor2D, recurrent: recurrent as Tensor2D, bias: reshape(bias, [1, width]) };
  });
}

/** `[time, inputs]`: the word vectors, or what both directions of the layer below left behind. */
function inputsOf(layer: number, embedded: Tensor3D, recurrent: readonly RecurrentStates[]): Tensor2D {
  const below = recurrent.filter((part) => part.layer === layer - 1).map(({ states }) => states);
  const all = layer === 0 ? embedded : below.length === 1 ? below[0] : concat(below, 2);
  return reshape(all, [all.shape[1], all.shape[2]]);
}

function traceOf(
  { layer, direction, states }: RecurrentStates,
  inputs: Tensor2D,
  { kernel, recurrent, bias }: Lstm,
  mask: Float32Array,
): LayerTrace | undefined {
  const [, time, units] = states.shape;
  const h = reshape(states, [time, units]);
  const start = tensor2d(new Float32Array(units), [1, units]);
  // The state before each word, in reading order: the word's neighbour, or nothing at the end that is read first.
  const others = slice(h, [direction === 'forward' ? 0 : 1, 0], [time - 1, units]);
  const before = time === 1 ? start : concat(direction === 'forward' ? [start, others] : [others, start]);
  const z = add(add(matMul(inputs, kernel), matMul(before, recurrent)), bias).dataSync() as Float32Array;
  const found = follow(z, h.dataSync() as Float32Array, mask, units, direction);
  return found && { layer, direction, units, ...found };
}

/** Sums over the units at each word; undefined where other states come out. */
function follow(
  z: Float32Array,
  states: Float32Array,
  mask: Float32Array,
  units: number,
  direction: RecurrentStates['direction'],
): Omit<LayerTrace, 'layer' | 'direction' | 'units'> | undefined {
  const time = mask.length;
  const cell = new Float64Array(units);
  const rows = { input: [], forget: [], output: [], cellNorm: [], stateNorm: [] } as Record<
    'input' | 'forget' | 'output' | 'cellNorm' | 'stateNorm',
    number[]
  >;
  let gates = { input: 0, forget: 0, output: 0 };
  for (let step = 0; step < time; step++) {
    const word = direction === 'forward' ? step : time - 1 - step;
    if (mask[word] !== 0) {
      const at = word * 4 * units;
      const sums = { input: 0, forget: 0, output: 0 };
      for (let u = 0; u < units; u++) {
        const [i, f, g, o] = [
          sigmoid(z[at + u]),
          sigmoid(z[at + units + u]),
          Math.tanh(z[at + 2 * units + u]),
          sigmoid(z[at + 3 * units + u]),
        ];
        cell[u] = f * cell[u] + i * g;
        if (Math.abs(o * Math.tanh(cell[u]) - states[word * units + u]) > TOLERANCE) return undefined;
        sums.input += i;
        sums.forget += f;
        sums.output += o;
      }
      gates = { input: sums.input / units, forget: sums.forget / units, output: sums.output / units };
    }
    rows.input[word] = round(gates.input);
    rows.forget[word] = round(gates.forget);
    rows.output[word] = round(gates.output);
    rows.cellNorm[word] = round(norm(cell));
    rows.stateNorm[word] = round(norm(states.subarray(word * units, (word + 1) * units)));
  }
  return rows;
}

const sigmoid = (value: number) => 1 / (1 + Math.exp(-value));

function norm(values: Float32Array | Float64Array): number {
  let squares = 0;
  for (const value of values) squares += value * value;
  return Math.sqrt(squares);
}
