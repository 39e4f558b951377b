import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import { addressOf, kernelExports, outputFloats, outputBlock } from './heap';
import { activeRows, type LstmAttributes, type LstmTensors } from './lstm-inputs';
import { byName } from './named-inputs';
import { lstmShape, placeOf, type LstmShape } from './lstm-shape';
import { packed } from './packed-weights';
import { alignToLine, withScratch, type Scratch } from './scratch';

/** Bytes of the block that keeps the activated gates `[time, batch, gateStride]`, in the order of reading, for the gradient. */
function gateBytes({ time, batch, gateStride }: LstmShape): number {
  return time * batch * gateStride * 4 + 64;
}

/**
 * The kernel `SaliencyLstm`. Inputs as named by `LstmAttributes`; outputs are states, cells and, for a gradient, gates. Cells
 * that are not read are a block of shape [1]; without a gradient the block is empty.
 */
export const lstmConfig: KernelConfig = {
  kernelName: 'SaliencyLstm',
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs }) => {
    const attributes = attrs as unknown as LstmAttributes;
    return forward(byName<LstmTensors>(inputs as unknown as TensorInfo[], attributes), attributes);
  },
};

function forward(inputs: LstmTensors, { reverse, keepGates, statesOnly }: LstmAttributes): TensorInfo[] {
  const shape = lstmShape(inputs.x.shape, inputs.recurrentKernel.shape[0], reverse);
  const { batch, time, units } = shape;
  const states = outputFloats([batch, time, units]);
  const cells = statesOnly ? outputBlock(keepGates ? batch * time * units * 4 : 4) : outputFloats([batch, time, units]);
  const cellsAt = statesOnly && !keepGates ? 0 : addressOf(cells);
  const gates = keepGates ? outputBlock(gateBytes(shape)) : undefined;
  if (states.shape.includes(0)) return gates ? [states, cells, gates] : [states, cells];
  withScratch((scratch) => run(inputs, shape, scratch, states, cellsAt, gates));
  return gates ? [states, cells, gates] : [states, cells];
}

function run(
  inputs: LstmTensors,
  shape: LstmShape,
  scratch: Scratch,
  states: TensorInfo,
  cellsAt: number,
  gates: TensorInfo | undefined,
): void {
  const { batch, time, units, unitsPadded, inputsPadded, groups, chunk } = shape;
  const { copyRows, gemm, lstmStep } = kernelExports();
  const { active, anyAt } = activeRows(inputs, shape, scratch);
  const [kernel, recurrentKernel, bias] = [inputs.kernel, inputs.recurrentKernel, inputs.bias].map((weight) =>
    packed(weight, 'gates', units),
  );
  const stride = shape.stateStride * 4;
  const zStride = shape.gateStride * 4;
  const rows = scratch.floats(chunk * batch * shape.inputStride);
  const h = scratch.zeros(batch * shape.stateStride);
  const c = scratch.zeros(batch * shape.stateStride);
  const dropped = inputs.recurrentMask ? scratch.zeros(batch * shape.stateStride) : h;
  const slots = gates ? 0 : scratch.floats(chunk * batch * shape.gateStride);
  // No allocations from here on, so that the addresses of tensors stay valid.
  const kept = gates ? alignToLine(addressOf(gates)) : 0;
  const statesAt = addressOf(states);
  const recurrentMask = inputs.recurrentMask ? addressOf(inputs.recurrentMask) : 0;
  const slot = (step: number): number =>
    gates ? kept + step * batch * zStride : slots + (step % chunk) * batch * zStride;

  for (let step = 0; step < time; step++) {
    const z = slot(step);
    if (step % chunk === 0) {
      const steps = Math.min(chunk, time - step);
      gatherInputs(inputs, shape, step, steps, rows);
      gemm(rows, shape.inputStride * 4, steps * batch, inputsPadded, kernel, groups, bias, 0, z, zStride);
    }
    const place = placeOf(step, shape);
    if (anyAt(place)) {
      if (recurrentMask) copyRows(h, stride, dropped, stride, batch, units, unitsPadded, recurrentMask, units * 4);
      gemm(dropped, stride, batch, unitsPadded, recurrentKernel, groups, z, zStride, z, zStride);
      lstmStep(z, zStride, h, c, stride, batch, groups, active && active + place * batch);
    }
    copyRows(h, stride, statesAt + place * units * 4, time * units * 4, batch, units, units, 0, 0);
    if (cellsAt) copyRows(c, stride, cellsAt + place * units * 4, time * units * 4, batch, units, units, 0, 0);
  }
}

/** The words of `steps` steps from `step` on, as rows `[steps * batch, inputStride]` in the order of reading. */
export function gatherInputs(
  { x, inputMask }: Pick<LstmTensors, 'x' | 'inputMask'>,
  shape: LstmShape,
  step: number,
  steps: number,
  rows: number,
): void {
  const { batch, time, inputs, inputsPadded } = shape;
  const stride = shape.inputStride * 4;
  const factors = inputMask ? addressOf(inputMask) : 0;
  for (let i = 0; i < steps; i++) {
    const from = addressOf(x) + placeOf(step + i, shape) * inputs * 4;
    const to = rows + i * batch * stride;
    kernelExports().copyRows(from, time * inputs * 4, to, stride, batch, inputs, inputsPadded, factors, inputs * 4);
  }
}
