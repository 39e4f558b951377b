import { concat, slice, zeros, type Rank, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';
import type { RecurrentStates } from './network';

/** What a layer reads `[1, time, inputs]`: the word vectors, or the states of both directions of the layer below. */
export function layerInputs(layer: number, embedded: Tensor3D, recurrent: readonly RecurrentStates[]): Tensor3D {
  if (layer === 0) return embedded;
  const below = recurrent.filter((part) => part.layer === layer - 1).map(({ states }) => states);
  return below.length === 1 ? below[0] : concat(below, 2);
}

/** The state before each word in reading order `[time, units]`: its neighbour's, or zeros where reading starts. */
export function statesBefore(h: Tensor2D, direction: RecurrentStates['direction']): Tensor2D {
  const [time, units] = h.shape;
  const start = zeros<Rank.R2>([1, units]);
  if (time === 1) return start;
  return direction === 'forward'
    ? concat([start, slice(h, [0, 0], [time - 1, units])])
    : concat([slice(h, [1, 0], [time - 1, units]), start]);
}
