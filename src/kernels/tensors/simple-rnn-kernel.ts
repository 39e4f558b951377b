import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import { addressOf, kernelExports, outputFloats } from './heap';
import { activeRows } from './lstm-inputs';
import { withScratch, type Scratch } from './scratch';
import {
  recurrenceShape,
  type RecurrenceAttributes,
  type RecurrenceShape,
  type RecurrenceTensors,
} from './simple-rnn-inputs';
import { byName } from './named-inputs';

/** The kernel `SaliencyRecurrence`: the part of `simpleRnn` after the products with the words. */
export const recurrenceConfig: KernelConfig = {
  kernelName: 'SaliencyRecurrence',
  backendName: 'wasm',
  kernelFunc: ({ inputs: list, attrs }) => {
    const attributes = attrs as unknown as RecurrenceAttributes;
    const inputs = byName<RecurrenceTensors>(list as unknown as TensorInfo[], attributes);
    const shape = recurrenceShape(inputs.z.shape, attributes.reverse);
    const states = outputFloats([shape.batch, shape.time, shape.units]);
    if (!states.shape.includes(0)) withScratch((scratch) => run(inputs, shape, addressOf(states), scratch));
    return states;
  },
};

function run(inputs: RecurrenceTensors, shape: RecurrenceShape, states: number, scratch: Scratch): void {
  const { batch, time, units, panels, padded, stride } = shape;
  const { copyRows, gemm, packMatrix, rnnStep } = kernelExports();
  const { active, anyAt } = activeRows(inputs, shape, scratch);
  const weights = scratch.floats(padded * padded);
  packMatrix(addressOf(inputs.recurrentKernel), units, 1, units, padded, units, weights);
  const rows = (): number => scratch.zeros(batch * stride);
  const [z, h] = [rows(), rows()];
  const dropped = inputs.recurrentMask ? rows() : h;
  const line = stride * 4;
  const word = units * 4;
  const from = addressOf(inputs.z);
  for (let step = 0; step < time; step++) {
    const place = shape.reverse ? time - 1 - step : step;
    if (anyAt(place)) {
      if (inputs.recurrentMask) {
        copyRows(h, line, dropped, line, batch, units, padded, addressOf(inputs.recurrentMask), word);
      }
      copyRows(from + place * word, time * word, z, line, batch, units, padded, 0, 0);
      gemm(dropped, line, batch, padded, weights, panels, z, line, z, line);
      rnnStep(z, line, h, line, batch, padded, active && active + place * batch);
    }
    copyRows(h, line, states + place * word, time * word, batch, units, units, 0, 0);
  }
}
