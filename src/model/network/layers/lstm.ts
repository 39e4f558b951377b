import type { Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';
import { lstmStates } from '../../../kernels/tensors/lstm';
import { glorotUniform, orthogonal, unitForgetBias } from '../initializers';
import type { DropoutMasks } from '../network';
import type { WeightStore } from '../weight-store';
import { dropoutMask } from './dropout';

export interface LstmOptions {
  readonly inputs: number;
  readonly units: number;
  /** Reads the text from its end; states stay indexed by text position. */
  readonly reverse?: boolean;
  /** Share of the input features dropped, one mask for all steps of a row (Keras `dropout`). */
  readonly dropout?: number;
  /** Share of the recurrent features dropped, one mask for all steps of a row (Keras `recurrent_dropout`). */
  readonly recurrentDropout?: number;
}

/** x `[batch, time, inputs]`, mask `[batch, time]` → states `[batch, time, units]`. */
export type Recurrent = (x: Tensor3D, mask: Tensor2D, training: DropoutMasks | undefined) => Tensor3D;

/** Hochreiter and Schmidhuber 1997 with forget gate; weights, gate order and mask semantics of Keras. */
export function lstm(store: WeightStore, name: string, options: LstmOptions): Recurrent {
  const { inputs, units, reverse = false, dropout = 0, recurrentDropout = 0 } = options;
  const kernel = store.matrix(`${name}/kernel`, inputs, 4 * units, glorotUniform);
  const recurrentKernel = store.matrix(`${name}/recurrent_kernel`, units, 4 * units, orthogonal);
  const bias = store.vector(`${name}/bias`, 4 * units, unitForgetBias);
  return (x, mask, training) => {
    const batch = x.shape[0];
    const inputMask = dropoutMask(`${name}/input`, dropout, [batch, inputs], training);
    const recurrentMask = dropoutMask(`${name}/recurrent`, recurrentDropout, [batch, units], training);
    return lstmStates(x, kernel, recurrentKernel, bias, { mask, reverse, inputMask, recurrentMask });
  };
}
