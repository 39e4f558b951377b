import { gru as run } from '../../../kernels/tensors/gru';
import { mul, reshape, type Tensor3D } from '@tensorflow/tfjs-core';
import { glorotUniform, orthogonal, zeros } from '../initializers';
import type { WeightStore } from '../weight-store';
import { dropoutMask } from './dropout';
import type { LstmOptions, Recurrent } from './lstm';

/** Cho et al. 2014, the reset gate after the product as Keras has it by default; weights and mask semantics of Keras. */
export function gru(store: WeightStore, name: string, options: LstmOptions): Recurrent {
  const { inputs, units, reverse = false, dropout = 0 } = options;
  const kernel = store.matrix(`${name}/kernel`, inputs, 3 * units, glorotUniform);
  const recurrentKernel = store.matrix(`${name}/recurrent_kernel`, units, 3 * units, orthogonal);
  const bias = store.vector(`${name}/bias`, 3 * units, zeros);
  const recurrentBias = store.vector(`${name}/recurrent_bias`, 3 * units, zeros);
  return (x, mask, training) => {
    const batch = x.shape[0];
    const inputMask = dropoutMask(`${name}/input`, dropout, [batch, inputs], training);
    const read = inputMask ? mul<Tensor3D>(x, reshape(inputMask, [batch, 1, inputs])) : x;
    return run(read, kernel, recurrentKernel, bias, { mask, reverse, recurrentBias });
  };
}
