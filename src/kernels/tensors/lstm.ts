import { cast, engine, type Tensor, type Tensor1D, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';
import { LSTM_INPUTS, type Always, type LstmTensors } from './lstm-inputs';
import { asAttributes } from './named-inputs';

export interface LstmOptions {
  /** `[batch, time]`, 1 = read this word, 0 = skip it: state and cell stay, the output repeats the state before. */
  readonly mask?: Tensor2D;
  /** `[batch]` int32: read the first n words of each text. Not together with `mask`. */
  readonly lengths?: Tensor1D;
  /** Read from the last word to the first. `states[t]` still belongs to word t of the text. */
  readonly reverse?: boolean;
  /** `[batch, units]` each; by default zeros. */
  readonly initialState?: { readonly hidden: Tensor2D; readonly cell: Tensor2D };
  /** `[batch, inputs]`: factors of the inputs, the same at every word (a dropout mask, already scaled). */
  readonly inputMask?: Tensor2D;
  /** `[batch, units]`: factors of the state before it is multiplied, the same at every word. */
  readonly recurrentMask?: Tensor2D;
}

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
 * Differentiable in x, kernel, recurrentKernel, bias and the initial state. Weights stay packed for the next call until
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

function run(weights: Pick<LstmTensors<Tensor>, Always>, options: LstmOptions, statesOnly: boolean): Tensor3D[] {
  const { mask, lengths, reverse = false, initialState, inputMask, recurrentMask } = options;
  const given: LstmTensors<Tensor> = {
    ...weights,
    mask,
    lengths: lengths && cast(lengths, 'int32'),
    hidden: initialState?.hidden,
    cell: initialState?.cell,
    inputMask,
    recurrentMask,
  };
  checkShapes(given);
  const names = LSTM_INPUTS.filter((name) => given[name]);
  // If the engine records a tape, a gradient is being computed.
  const keepGates = engine().state.gradientDepth > 0;
  return engine().runKernel<Tensor3D[]>(
    'SaliencyLstm',
    names.map((name) => given[name]) as unknown as Record<string, Tensor>,
    asAttributes({ names, reverse, keepGates, statesOnly }),
  );
}

function checkShapes(given: LstmTensors<Tensor>): void {
  const [batch, time, inputs] = given.x.shape;
  const units = given.recurrentKernel.shape[0];
  const expected: Record<keyof LstmTensors, readonly number[]> = {
    x: [batch, time, inputs],
    kernel: [inputs, 4 * units],
    recurrentKernel: [units, 4 * units],
    bias: [4 * units],
    mask: [batch, time],
    lengths: [batch],
    hidden: [batch, units],
    cell: [batch, units],
    inputMask: [batch, inputs],
    recurrentMask: [batch, units],
  };
  if (given.x.shape.length !== 3) throw new Error(`lstm: x must be [batch, time, inputs], not [${given.x.shape}].`);
  if (given.mask && given.lengths) throw new Error('lstm: give mask or lengths, not both.');
  for (const name of LSTM_INPUTS) {
    const tensor = given[name];
    if (!tensor) continue;
    const shape = expected[name];
    if (tensor.shape.length !== shape.length || tensor.shape.some((n, i) => n !== shape[i])) {
      throw new Error(`lstm: ${name} must be [${shape}], not [${tensor.shape}].`);
    }
    if (name !== 'mask' && name !== 'lengths' && tensor.dtype !== 'float32') {
      throw new Error(`lstm: ${name} must be float32, not ${tensor.dtype}.`);
    }
  }
}
