import { add, matMul, reshape, tensor2d, tidy, type Rank, type Tensor2D } from '@tensorflow/tfjs-core';
import type { GateSums } from '../inference/float32-network';
import type { Network, RecurrentStates } from './network';
import { layerInputs, statesBefore } from './recurrent-inputs';

interface Lstm {
  readonly kernel: Tensor2D;
  readonly recurrent: Tensor2D;
  readonly bias: Tensor2D;
}

/**
 * The sums inside every LSTM layer at each word, x·W + h·U + b with the states that the network left behind. A layer that
 * is no LSTM, or reads something else than the layer below, is left out.
 * Cost: one forward pass and two matrix products a layer.
 */
export function gateSums(network: Network, ids: Int32Array, mask: Float32Array): GateSums[] {
  const found: GateSums[] = [];
  // Collected, not returned: `tidy` would search all the numbers for tensors.
  tidy(() => {
    const time = ids.length;
    const embedded = network.embed(tensor2d(ids, [1, time], 'int32'));
    const { recurrent } = network.forward(embedded, tensor2d(mask, [1, time]));
    const weights = lstms(network);
    recurrent.forEach((part, at) => {
      const all = layerInputs(part.layer, embedded, recurrent);
      const inputs = reshape<Rank.R2>(all, [time, all.shape[2]]);
      const its = weights[at];
      if (its?.kernel.shape[0] === inputs.shape[1]) found.push(sumsOf(part, inputs, its));
    });
  });
  return found;
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

function sumsOf(
  { layer, direction, states }: RecurrentStates,
  inputs: Tensor2D,
  { kernel, recurrent, bias }: Lstm,
): GateSums {
  const [, time, units] = states.shape;
  const h = reshape<Rank.R2>(states, [time, units]);
  const sums = add(
    add(matMul(inputs, kernel), matMul(statesBefore(h, direction), recurrent)),
    bias,
  ).dataSync() as Float32Array;
  return { layer, direction, units, sums, states: h.dataSync() as Float32Array };
}
