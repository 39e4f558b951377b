import { engine, type GradConfig, type KernelConfig, type Tensor, type TensorInfo } from '@tensorflow/tfjs-core';
import { addressOf } from './heap';
import { backThroughTime } from './lstm-back';
import type { LstmAttributes, LstmInput, LstmTensors } from './lstm-inputs';
import { asAttributes, byName } from './named-inputs';
import { lstmShape } from './lstm-shape';
import { biasGradient, inputGradient, weightGradient } from './lstm-weights-gradient';
import { alignToLine, withScratch } from './scratch';
import { noGradient } from './no-gradient';

/** The gradients that one call of the kernel `SaliencyLstmGrad` computes. */
type Part = 'steps' | 'x' | 'kernel' | 'recurrentKernel' | 'bias';

interface GradAttributes {
  readonly forward: LstmAttributes;
  readonly part: Part;
}

/**
 * The kernel `SaliencyLstmGrad`. Part `steps` goes back through time. Its inputs are the forward inputs, then states, cells,
 * gates, dStates and, if the cells are visible, dCells; its output is a block dz (gradients of the pre-activations, laid out
 * like the gates). Each other part takes the forward inputs, states and dz, and
 * gives one gradient, so that only the requested gradients are computed.
 */
export const lstmGradConfig: KernelConfig = {
  kernelName: 'SaliencyLstmGrad',
  backendName: 'wasm',
  kernelFunc: ({ inputs: list, attrs }) => {
    const { forward, part } = attrs as unknown as GradAttributes;
    const all = list as unknown as TensorInfo[];
    const inputs = byName<LstmTensors<Tensor>>(all, forward);
    const shape = lstmShape(inputs.x.shape, inputs.recurrentKernel.shape[0], forward.reverse);
    const [states, ...rest] = all.slice(forward.names.length);
    return withScratch((scratch) => {
      if (part === 'steps') return backThroughTime(inputs, shape, rest, scratch);
      const dz = alignToLine(addressOf(rest[0]));
      if (part === 'x') return inputGradient(inputs, shape, dz, scratch);
      if (part === 'bias') return biasGradient(shape, dz, scratch);
      return weightGradient(inputs, shape, dz, scratch, part === 'kernel' ? undefined : states);
    });
  },
};

/** The gradient of `SaliencyLstm` for tfjs. */
export const lstmGradient: GradConfig = {
  kernelName: 'SaliencyLstm',
  saveAllInputs: true,
  outputsToSave: [true, true, true],
  gradFunc: (dy, saved, attrs) => {
    const forward = attrs as unknown as LstmAttributes;
    const count = forward.names.length;
    const [dStates, dCells] = dy as Tensor[];
    const [states, cells, gates] = saved.slice(count);
    const run = (part: Part, extra: Tensor[]): Tensor[] =>
      engine().runKernel<Tensor[]>(
        'SaliencyLstmGrad',
        [...saved.slice(0, count), states, ...extra] as unknown as Record<string, Tensor>,
        { forward: asAttributes(forward), part },
      );
    const [dz] = run('steps', [cells, gates, dStates, ...(forward.statesOnly ? [] : [dCells])]);
    const one = (part: Part) => (): Tensor => run(part, [dz])[0];
    const gradients: Partial<Record<LstmInput, () => Tensor>> = {
      x: one('x'),
      kernel: one('kernel'),
      recurrentKernel: one('recurrentKernel'),
      bias: one('bias'),
    };
    return Object.fromEntries(forward.names.map((name, i) => [i, gradients[name] ?? noGradient('LSTM', name)]));
  },
};
