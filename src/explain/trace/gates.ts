import type { Float32Network, GateSums } from '../../model/inference/float32-network';
import type { LayerTrace } from '../../shared/studies';
import { round } from '../../shared/round';

/** The largest difference between recomputed states and the network's; beyond it, the weights were misread. */
const TOLERANCE = 1e-3;

/**
 * What the gates of every LSTM layer did at each word, in float32: z = x·W + h·U + b with the states that the network
 * left behind, gate order i, f, c, o; the cell follows from c = f·c + i·g. Source: Hochreiter and Schmidhuber 1997 with
 * forget gate; reading their means along a text as Karpathy, Johnson and Li 2015. Cost: one float32 forward pass and
 * two matrix products a layer.
 *
 * A layer whose recomputed states differ from the network's (it is no LSTM, or reads something else than the layer
 * below) is left out.
 */
export function gatesAlong(network: Float32Network, ids: Int32Array, mask: Float32Array): LayerTrace[] {
  return network.gateSums(ids, mask).flatMap(({ layer, direction, units, ...found }) => {
    const means = follow(found, mask, units, direction);
    return means ? [{ layer, direction, units, ...means }] : [];
  });
}

/** Sums over the units at each word; undefined if the recomputed states differ from the network's. */
function follow(
  { sums: z, states }: Pick<GateSums, 'sums' | 'states'>,
  mask: Float32Array,
  units: number,
  direction: GateSums['direction'],
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
