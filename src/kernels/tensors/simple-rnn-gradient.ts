import { engine, type GradConfig, type KernelConfig, type Tensor, type TensorInfo } from '@tensorflow/tfjs-core';
import { addressOf, kernelExports, outputFloats } from './heap';
import { activeRows } from './lstm-inputs';
import { withScratch, type Scratch } from './scratch';
import {
  recurrenceShape,
  type RecurrenceAttributes,
  type RecurrenceInput,
  type RecurrenceShape,
  type RecurrenceTensors,
} from './simple-rnn-inputs';
import { asAttributes, byName } from './named-inputs';
import { noGradient } from './no-gradient';

interface GradAttributes {
  readonly forward: RecurrenceAttributes;
  readonly part: 'steps' | 'recurrentKernel';
}

/**
 * The kernel `SaliencyRecurrenceGrad`. Part `steps` goes back through time (Werbos 1990): the forward inputs, states and
 * dStates give dz `[batch, time, units]`. Part `recurrentKernel`: the forward inputs,
 * states and dz give the gradient of the weights.
 */
export const recurrenceGradConfig: KernelConfig = {
  kernelName: 'SaliencyRecurrenceGrad',
  backendName: 'wasm',
  kernelFunc: ({ inputs: list, attrs }) => {
    const { forward, part } = attrs as unknown as GradAttributes;
    const all = list as unknown as TensorInfo[];
    const inputs = byName<RecurrenceTensors<Tensor>>(all, forward);
    const shape = recurrenceShape(inputs.z.shape, forward.reverse);
    const [states, given] = all.slice(forward.names.length);
    return withScratch((scratch) =>
      part === 'steps'
        ? backThroughTime(inputs, shape, states, given, scratch)
        : weightGradient(inputs, shape, states, given, scratch),
    );
  },
};

function backThroughTime(
  inputs: RecurrenceTensors,
  shape: RecurrenceShape,
  states: TensorInfo,
  dStates: TensorInfo,
  scratch: Scratch,
): TensorInfo[] {
  const { batch, time, units, panels, padded, stride } = shape;
  const { copyRows, flushRows, gemm, packMatrix, rnnStepGradient } = kernelExports();
  const dz = outputFloats([batch, time, units]);
  const { active, anyAt } = activeRows(inputs, shape, scratch);
  const weights = scratch.floats(padded * padded);
  packMatrix(addressOf(inputs.recurrentKernel), 1, units, units, padded, units, weights);
  const rows = (): number => scratch.zeros(batch * stride);
  const [h, dState, dh, pass, slope, none] = [rows(), rows(), rows(), rows(), rows(), rows()];
  const factors = inputs.recurrentMask ? rows() : 0;
  const line = stride * 4;
  const word = units * 4;
  const gather = (from: number, fromStride: number, to: number): void =>
    copyRows(from, fromStride, to, line, batch, units, padded, 0, 0);
  if (inputs.recurrentMask) gather(addressOf(inputs.recurrentMask), word, factors);
  for (let step = time - 1; step >= 0; step--) {
    const place = (shape.reverse ? time - 1 - step : step) * word;
    gather(addressOf(states) + place, time * word, h);
    gather(addressOf(dStates) + place, time * word, dState);
    const on = active && active + (place / word) * batch;
    rnnStepGradient(h, dState, dh, pass, slope, line, batch, padded, on);
    copyRows(slope, line, addressOf(dz) + place, time * word, batch, units, units, 0, 0);
    if (anyAt(place / word)) {
      gemm(slope, line, batch, padded, weights, panels, none, 0, dh, line);
      flushRows(dh, line, batch, padded, factors, line);
    } else {
      gather(none, line, dh);
    }
  }
  return [dz];
}

/** The sum over steps of (state before the step)ᵀ · dz; computed text by text, because each text is contiguous in memory. */
function weightGradient(
  inputs: RecurrenceTensors,
  shape: RecurrenceShape,
  states: TensorInfo,
  dz: TensorInfo,
  scratch: Scratch,
): TensorInfo[] {
  const { batch, time, units, padded, stride, reverse } = shape;
  const { copyRows, gemmTransposed } = kernelExports();
  const out = outputFloats([units, units]);
  const chunk = 64;
  const [left, right] = [scratch.zeros(chunk * stride), scratch.zeros(chunk * stride)];
  const sums = scratch.zeros(padded * padded);
  const line = stride * 4;
  const word = units * 4;
  const add = (from: number, slopes: number, count: number, factors: number): void => {
    copyRows(from, word, left, line, count, units, padded, factors, 0);
    copyRows(slopes, word, right, line, count, units, padded, 0, 0);
    gemmTransposed(left, line, right, line, count, padded, padded, sums);
  };
  for (let b = 0; b < batch; b++) {
    const factors = inputs.recurrentMask ? addressOf(inputs.recurrentMask) + b * word : 0;
    const [text, slopes] = [states, dz].map((tensor) => addressOf(tensor) + b * time * word);
    for (let t = 0; t < time - 1; t += chunk) {
      const count = Math.min(chunk, time - 1 - t);
      const [before, after] = reverse ? [t + 1, t] : [t, t + 1];
      add(text + before * word, slopes + after * word, count, factors);
    }
  }
  copyRows(sums, padded * 4, addressOf(out), word, units, units, units, 0, 0);
  return [out];
}

/** The gradient of `SaliencyRecurrence` for tfjs. */
export const recurrenceGradient: GradConfig = {
  kernelName: 'SaliencyRecurrence',
  saveAllInputs: true,
  outputsToSave: [true],
  gradFunc: (dy, saved, attrs) => {
    const forward = attrs as unknown as RecurrenceAttributes;
    const run = (part: GradAttributes['part'], given: Tensor): Tensor[] =>
      engine().runKernel<Tensor[]>('SaliencyRecurrenceGrad', [...saved, given] as unknown as Record<string, Tensor>, {
        forward: asAttributes(forward),
        part,
      });
    const [dz] = run('steps', dy as Tensor);
    const gradients: Partial<Record<RecurrenceInput, () => Tensor>> = {
      z: () => dz,
      recurrentKernel: () => run('recurrentKernel', dz)[0],
    };
    return Object.fromEntries(forward.names.map((name, i) => [i, gradients[name] ?? noGradient('recurrence', name)]));
  },
};
