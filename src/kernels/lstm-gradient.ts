import { engine, type GradConfig, type KernelConfig, type Tensor, type TensorInfo } from '@tensorflow/tfjs-core';
import { addressOf, floatsAt, kernelExports, output, outputBlock } from './heap';
import { gateBytes, gatherInputs } from './lstm-kernel';
import { activeRows, asAttributes, byName, type LstmAttributes, type LstmInput, type LstmTensors } from './lstm-inputs';
import { lstmShape, placeOf, type LstmShape } from './lstm-shape';
import { packed } from './packed-weights';
import { alignToLine, withScratch, type Scratch } from './scratch';

/** What one call of the kernel `SaliencyLstmGrad` gives the gradients of. */
type Part = 'steps' | 'x' | 'kernel' | 'recurrentKernel' | 'bias';

interface GradAttributes {
  readonly forward: LstmAttributes;
  readonly part: Part;
}

/**
 * The kernel `SaliencyLstmGrad`. Part `steps` goes back through time; it takes the forward inputs, then states, cells,
 * gates, dStates, dCells, and gives a block dz (gradients of the pre-activations, laid out as the gates), dHidden and
 * dCell of the initial state. The other parts take the forward inputs, states and dz, and give one gradient each, so
 * that only what is asked for is computed.
 */
export const lstmGradConfig: KernelConfig = {
  kernelName: 'SaliencyLstmGrad',
  backendName: 'wasm',
  kernelFunc: ({ inputs: list, attrs }) => {
    const { forward, part } = attrs as unknown as GradAttributes;
    const all = list as unknown as TensorInfo[];
    const inputs = byName(all, forward);
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
    const [dz, dHidden, dCell] = run('steps', [cells, gates, dStates, dCells]);
    const one = (part: Part) => (): Tensor => run(part, [dz])[0];
    const gradients: Partial<Record<LstmInput, () => Tensor>> = {
      x: one('x'),
      kernel: one('kernel'),
      recurrentKernel: one('recurrentKernel'),
      bias: one('bias'),
      hidden: () => dHidden,
      cell: () => dCell,
    };
    return Object.fromEntries(forward.names.map((name, i) => [i, gradients[name] ?? refuse(name)]));
  },
};

const refuse = (name: LstmInput) => (): never => {
  throw new Error(`The LSTM kernel has no gradient for ${name}: it is a constant.`);
};

function backThroughTime(
  inputs: LstmTensors,
  shape: LstmShape,
  [cells, gates, dStates, dCells]: TensorInfo[],
  scratch: Scratch,
): TensorInfo[] {
  const { batch, time, units, unitsPadded, groups } = shape;
  const { copyRows, flushRows, gemm, lstmStepGradient } = kernelExports();
  const dz = outputBlock(gateBytes(shape));
  const dHidden = output([batch, units]);
  const dCell = output([batch, units]);
  const { active, anyAt } = activeRows(inputs, shape, scratch);
  const panels = Math.ceil(units / 16);
  const floats = Math.max(panels * 16, unitsPadded) + 4;
  const stride = floats * 4;
  const rows = (): number => scratch.zeros(batch * floats);
  const [dh, dc, pass, stateRows, cellRows, none] = [rows(), rows(), rows(), rows(), rows(), rows()];
  let [now, before] = [rows(), rows()];
  const transposed = packed(inputs.recurrentKernel, 'transposed', units);
  const zStride = shape.gateStride * 4;
  const line = time * units * 4;
  const [gatesAt, dzAt] = [alignToLine(addressOf(gates)), alignToLine(addressOf(dz))];
  const [cellsAt, dStatesAt, dCellsAt] = [addressOf(cells), addressOf(dStates), addressOf(dCells)];
  const recurrentMask = inputs.recurrentMask ? scratch.zeros(batch * floats) : 0;
  const gather = (from: number, fromStride: number, to: number): void =>
    copyRows(from, fromStride, to, stride, batch, units, unitsPadded, 0, 0);
  const cellsOf = (step: number, to: number): void => {
    if (step >= 0) gather(cellsAt + placeOf(step, shape) * units * 4, line, to);
    else if (inputs.cell) gather(addressOf(inputs.cell), units * 4, to);
    else copyRows(none, stride, to, stride, batch, unitsPadded, unitsPadded, 0, 0);
  };
  if (inputs.recurrentMask) gather(addressOf(inputs.recurrentMask), units * 4, recurrentMask);
  cellsOf(time - 1, now);
  for (let step = time - 1; step >= 0; step--) {
    const place = placeOf(step, shape);
    const at = step * batch * zStride;
    gather(dStatesAt + place * units * 4, line, stateRows);
    gather(dCellsAt + place * units * 4, line, cellRows);
    cellsOf(step - 1, before);
    const on = active && active + place * batch;
    // prettier-ignore
    lstmStepGradient(gatesAt + at, dzAt + at, zStride, now, before, stateRows, cellRows, dh, dc, pass, stride, batch, groups, on);
    if (anyAt(place)) {
      gemm(dzAt + at, zStride, batch, groups * 16, transposed, panels, none, 0, dh, stride);
      flushRows(dh, stride, batch, unitsPadded, recurrentMask, stride);
    } else {
      copyRows(none, stride, dh, stride, batch, unitsPadded, unitsPadded, 0, 0);
    }
    [now, before] = [before, now];
  }
  addRows(dh, pass, dHidden, batch, units, stride);
  copyRows(dc, stride, addressOf(dCell), units * 4, batch, units, units, 0, 0);
  return [dz, dHidden, dCell];
}

/** dHidden = dh + pass: what came through the first word, and what masked words handed on. */
function addRows(dh: number, pass: number, out: TensorInfo, batch: number, units: number, stride: number): void {
  const to = floatsAt(addressOf(out), batch * units);
  for (let b = 0; b < batch; b++) {
    const a = floatsAt(dh + b * stride, units);
    const p = floatsAt(pass + b * stride, units);
    for (let u = 0; u < units; u++) to[b * units + u] = a[u] + p[u];
  }
}

function inputGradient(inputs: LstmTensors, shape: LstmShape, dz: number, scratch: Scratch): TensorInfo[] {
  const { batch, time, groups, chunk } = shape;
  const width = shape.inputs;
  const { copyRows, flushRows, gemm } = kernelExports();
  const out = output([batch, time, width]);
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

function biasGradient(shape: LstmShape, dz: number, scratch: Scratch): TensorInfo[] {
  const { batch, time, units, groups } = shape;
  const out = output([4 * units]);
  const sums = scratch.floats(groups * 16);
  const { sumRows, unpackGates } = kernelExports();
  sumRows(dz, shape.gateStride * 4, time * batch, groups * 16, sums);
  unpackGates(sums, 1, units, addressOf(out));
  return [out];
}

/** Gradient of the kernel, or, given the states, of the recurrent kernel: rows that were multiplied, transposed, times dz. */
function weightGradient(
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
  const out = output([width, 4 * units]);
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

/** The states that steps started from, as rows `[steps * batch, stateStride]`, dropped out as in the forward pass. */
function gatherStates(
  { hidden, recurrentMask }: LstmTensors,
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
    const copy = (from: number, fromStride: number): void =>
      kernelExports().copyRows(from, fromStride, to, stride, batch, units, unitsPadded, factors, units * 4);
    if (previous >= 0) copy(addressOf(states) + placeOf(previous, shape) * units * 4, time * units * 4);
    else if (hidden) copy(addressOf(hidden), units * 4);
    else floatsAt(to, (batch * stride) / 4).fill(0);
  }
}
