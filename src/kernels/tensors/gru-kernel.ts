import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import { addressOf, kernelExports, outputFloats } from './heap';
import { gatherGates, gruProducts, gruShape, packedGru } from './gru-inputs';
import { byName } from './named-inputs';
import type { GruAttributes, GruShape, GruTensors } from './gru-inputs';
import { activeRows } from './lstm-inputs';
import { withScratch, type Scratch } from './scratch';

/** The kernel `SaliencyGru`: the part of `gru` after the products with the words. */
export const gruConfig: KernelConfig = {
  kernelName: 'SaliencyGru',
  backendName: 'wasm',
  kernelFunc: ({ inputs: list, attrs }) => {
    const attributes = attrs as unknown as GruAttributes;
    const inputs = byName<GruTensors>(list as unknown as TensorInfo[], attributes);
    const shape = gruShape(inputs.z.shape, attributes.reverse);
    const states = outputFloats([shape.batch, shape.time, shape.units]);
    if (!states.shape.includes(0))
      withScratch((scratch) => run(inputs, shape, addressOf(states), attributes.after, scratch));
    return states;
  },
};

function run(inputs: GruTensors, shape: GruShape, states: number, after: boolean, scratch: Scratch): void {
  const { batch, time, units, stride, line } = shape;
  const { copyRows } = kernelExports();
  const { active, anyAt } = activeRows(inputs, shape, scratch);
  const packed = packedGru(inputs, shape, scratch);
  const rows = {
    z: scratch.zeros(batch * line),
    s: scratch.zeros(batch * line),
    h: scratch.zeros(batch * stride),
    reset: scratch.zeros(batch * stride),
  };
  const word = units * 4;
  for (let step = 0; step < time; step++) {
    const place = shape.reverse ? time - 1 - step : step;
    if (anyAt(place)) {
      gatherGates(addressOf(inputs.z), place, shape, rows.z);
      gruProducts(shape, packed, rows, { active: active && active + place * batch, after });
    }
    copyRows(rows.h, stride * 4, states + place * word, time * word, batch, units, units, 0, 0);
  }
}
