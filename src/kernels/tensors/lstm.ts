import { engine, type Tensor1D, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';
import { LSTM_INPUTS } from './lstm-inputs';
import { asAttributes } from './named-inputs';
import { checkRecurrent, listed, type DropoutMasks, type RecurrentOptions } from './recurrent-inputs';

export type LstmOptions = RecurrentOptions & DropoutMasks;

export interface LstmResult {
  /** `[batch, time, units]`: the state after each word. */
  readonly states: Tensor3D;
  /** `[batch, time, units]`: the cell after each word. */
  readonly cells: Tensor3D;
}

/**
 * An LSTM over texts as one kernel: x `[batch, time, inputs]`, kernel `[inputs, 4 * units]`, recurrentKernel
 * `[units, 4 * units]`, bias `[4 * units]`, all float32, gates in Keras's order (input, forget, cell, output; logistic
 * gates, tanh cell and output), so that weights interchange with `tf.layers.lstm`.
 *
 * The first state and cell are zeros. Differentiable in x, kernel, recurrentKernel and bias. Weights stay packed for the next call until
 * they are disposed, assigned or stepped by `SaliencyAdam`. A text has the same states, bit for bit, alone and in any
 * batch.
 *
 * Throws an `Error` that names the tensor whose shape does not fit. Source: Hochreiter and Schmidhuber 1997, Gers et
 * al. 2000.
 */
export function lstm(
  x: Tensor3D,
  kernel: Tensor2D,
  recurrentKernel: Tensor2D,
  bias: Tensor1D,
  options: LstmOptions = {},
): LstmResult {
  const [states, cells] = run({ x, kernel, recurrentKernel, bias }, options, false);
  return { states, cells };
}

/** Only the states: cheaper in training, because the cells are not differentiable then. */
export function lstmStates(
  x: Tensor3D,
  kernel: Tensor2D,
  recurrentKernel: Tensor2D,
  bias: Tensor1D,
  options: LstmOptions = {},
): Tensor3D {
  return run({ x, kernel, recurrentKernel, bias }, options, true)[0];
}

interface Weights {
  readonly x: Tensor3D;
  readonly kernel: Tensor2D;
  readonly recurrentKernel: Tensor2D;
  readonly bias: Tensor1D;
}

function run(weights: Weights, options: LstmOptions, statesOnly: boolean): Tensor3D[] {
  const { mask, reverse = false, inputMask, recurrentMask } = options;
  const given = { ...weights, mask, inputMask, recurrentMask };
  checkRecurrent('lstm', 4, given);
  const { names, list } = listed(LSTM_INPUTS, given);
  // If the engine records a tape, a gradient is being computed.
  const keepGates = engine().state.gradientDepth > 0;
  return engine().runKernel<Tensor3D[]>('SaliencyLstm', list, asAttributes({ names, reverse, keepGates, statesOnly }));
}
