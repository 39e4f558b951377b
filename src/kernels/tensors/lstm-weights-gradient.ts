import type { TensorInfo } from '@tensorflow/tfjs-core';
import { addressOf, floatsAt, kernelExports, outputFloats } from './heap';
import type { LstmTensors } from './lstm-inputs';
import { gatherInputs } from './lstm-kernel';
import { placeOf, type LstmShape } from './lstm-shape';
import { packed } from './packed-weights';
import type { Scratch } from './scratch';

// Gradients from dz, the gradients of the pre-activations `[time, batch, gateStride]` in the order of reading.

/** dz times the transposed kernel. */
export function inputGradient(inputs: LstmTensors, shape: LstmShape, dz: number, scratch: Scratch): TensorInfo[] {
  const { batch, time, groups, chunk } = shape;
  const width = shape.inputs;
  const { copyRows, flushRows, gemm } = kernelExports();
  const out = outputFloats([batch, time, width]);
  const panels = Math.ceil(width / 16);
  const transposed = packed(inputs.kernel, 'transposed', shape.units);
  const floats = panels * 16 + 4;
  const rows = scratch.zeros(chunk * batch * floats);
  const none = scratch.zeros(panels * 16);
  const zStride = shape.gateStride * 4;
  const factors = inputs.inputMask ? addressOf(inputs.inputMask) : 0;
  for (let step = 0; step < time; step += chunk) {
    const steps = Math.min(chunk, time - step);
    const from = dz + step * batch * zStride;
    gemm(from, zStride, steps * batch, groups * 16, transposed, panels, none, 0, rows, floats * 4);
    flushRows(rows, floats * 4, steps * batch, panels * 16, 0, 0);
    for (let i = 0; i < steps; i++) {
      const to = addressOf(out) + placeOf(step + i, shape) * width * 4;
      const row = rows + i * batch * floats * 4;
      copyRows(row, floats * 4, to, time * width * 4, batch, width, width, factors, width * 4);
    }
  }
  return [out];
}

/** The sum of dz over all words. */
export function biasGradient(shape: LstmShape, dz: number, scratch: Scratch): TensorInfo[] {
  const { batch, time, units, groups } = shape;
  const out = outputFloats([4 * units]);
  const sums = scratch.floats(groups * 16);
  const { sumRows, unpackGates } = kernelExports();
  sumRows(dz, shape.gateStride * 4, time * batch, groups * 16, sums);
  unpackGates(sums, 1, units, addressOf(out));
  return [out];
}

/** The gradient of the kernel or, given the states, of the recurrent kernel: the transposed inputs (or states) times dz. */
export function weightGradient(
  inputs: LstmTensors,
  shape: LstmShape,
  dz: number,
  scratch: Scratch,
  states: TensorInfo | undefined,
): TensorInfo[] {
  const { batch, time, units, groups, chunk } = shape;
  const width = states ? units : shape.inputs;
  const padded = states ? shape.unitsPadded : shape.inputsPadded;
  const stride = (states ? shape.stateStride : shape.inputStride) * 4;
  const zStride = shape.gateStride * 4;
  const out = outputFloats([width, 4 * units]);
  const rows = scratch.zeros((chunk * batch * stride) / 4);
  const sums = scratch.zeros(padded * groups * 16);
  const { gemmTransposed, unpackGates } = kernelExports();
  for (let step = 0; step < time; step += chunk) {
    const steps = Math.min(chunk, time - step);
    if (states) gatherStates(inputs, states, shape, step, steps, rows);
    else gatherInputs(inputs, shape, step, steps, rows);
    gemmTransposed(rows, stride, dz + step * batch * zStride, zStride, steps * batch, padded, groups * 16, sums);
  }
  unpackGates(sums, width, units, addressOf(out));
  return [out];
}

/** The states before each step, as rows `[steps * batch, stateStride]`, with the dropout of the forward pass. */
function gatherStates(
  { recurrentMask }: LstmTensors,
  states: TensorInfo,
  shape: LstmShape,
  step: number,
  steps: number,
  rows: number,
): void {
  const { batch, time, units, unitsPadded } = shape;
  const stride = shape.stateStride * 4;
  const factors = recurrentMask ? addressOf(recurrentMask) : 0;
  for (let i = 0; i < steps; i++) {
    const previous = step + i - 1;
    const to = rows + i * batch * stride;
    const from = addressOf(states) + placeOf(previous, shape) * units * 4;
    if (previous < 0) floatsAt(to, (batch * stride) / 4).fill(0);
    else kernelExports().copyRows(from, time * units * 4, to, stride, batch, units, unitsPadded, factors, units * 4);
  }
}
