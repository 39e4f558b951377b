import { simpleRnn as run } from '../../../kernels/tensors/simple-rnn';
import { glorotUniform, orthogonal, zeros } from '../initializers';
import type { WeightStore } from '../weight-store';
import { dropoutMask } from './dropout';
import type { LstmOptions, Recurrent } from './lstm';

/** Elman 1990: h ← tanh(x·W + h·U + b); weights and mask semantics of Keras. */
export function simpleRnn(store: WeightStore, name: string, options: LstmOptions): Recurrent {
  const { inputs, units, reverse = false, dropout = 0, recurrentDropout = 0 } = options;
  const kernel = store.matrix(`${name}/kernel`, inputs, units, glorotUniform);
  const recurrentKernel = store.matrix(`${name}/recurrent_kernel`, units, units, orthogonal);
  const bias = store.vector(`${name}/bias`, units, zeros);
  return (x, mask, training) => {
    const batch = x.shape[0];
    const inputMask = dropoutMask(`${name}/input`, dropout, [batch, inputs], training);
    const recurrentMask = dropoutMask(`${name}/recurrent`, recurrentDropout, [batch, units], training);
    return run(x, kernel, recurrentKernel, bias, { mask, reverse, inputMask, recurrentMask });
  };
}
