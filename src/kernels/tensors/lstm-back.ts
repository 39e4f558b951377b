import type { TensorInfo } from '@tensorflow/tfjs-core';
import { addressOf, kernelExports, share } from './heap';
import { activeRows, type LstmTensors } from './lstm-inputs';
import { placeOf, type LstmShape } from './lstm-shape';
import { packed } from './packed-weights';
import { alignToLine, type Scratch } from './scratch';

/** Blocks of gates that already contain gradients. */
const spent = new WeakSet<object>();

/**
 * Back-propagation through time (Werbos 1990), from cells, gates, dStates and, if the cells have gradients, dCells. Gives a
 * block dz (gradients of the pre-activations), which overwrites the gates: that is
 * safe because tfjs goes back only once, and fast because memory is the limit of this pass.
 */
export function backThroughTime(
  inputs: LstmTensors,
  shape: LstmShape,
  [cells, gates, dStates, ...dCells]: TensorInfo[],
  scratch: Scratch,
): TensorInfo[] {
  const { batch, time, units, unitsPadded, groups } = shape;
  if (spent.has(gates.dataId)) throw new Error('The gradient of one LSTM call can be taken once.');
  spent.add(gates.dataId);
  const { copyRows, flushRows, gemm, lstmStepGradient } = kernelExports();
  const dz = share(gates);
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
  const dzAt = alignToLine(addressOf(gates));
  const [cellsAt, dStatesAt] = [addressOf(cells), addressOf(dStates)];
  const dCellsAt = dCells.length > 0 ? addressOf(dCells[0]) : 0;
  const recurrentMask = inputs.recurrentMask ? scratch.zeros(batch * floats) : 0;
  const gather = (from: number, fromStride: number, to: number): void =>
    copyRows(from, fromStride, to, stride, batch, units, unitsPadded, 0, 0);
  const cellsOf = (step: number, to: number): void => {
    if (step >= 0) gather(cellsAt + placeOf(step, shape) * units * 4, line, to);
    else copyRows(none, stride, to, stride, batch, unitsPadded, unitsPadded, 0, 0);
  };
  if (inputs.recurrentMask) gather(addressOf(inputs.recurrentMask), units * 4, recurrentMask);
  cellsOf(time - 1, now);
  for (let step = time - 1; step >= 0; step--) {
    const place = placeOf(step, shape);
    const at = step * batch * zStride;
    gather(dStatesAt + place * units * 4, line, stateRows);
    if (dCellsAt) gather(dCellsAt + place * units * 4, line, cellRows);
    cellsOf(step - 1, before);
    const on = active && active + place * batch;
    // prettier-ignore
    lstmStepGradient(dzAt + at, dzAt + at, zStride, now, before, stateRows, cellRows, dh, dc, pass, stride, batch, groups, on);
    if (anyAt(place)) {
      gemm(dzAt + at, zStride, batch, groups * 16, transposed, panels, none, 0, dh, stride);
      flushRows(dh, stride, batch, unitsPadded, recurrentMask, stride);
    } else {
      copyRows(none, stride, dh, stride, batch, unitsPadded, unitsPadded, 0, 0);
    }
    [now, before] = [before, now];
  }
  return [dz];
}
