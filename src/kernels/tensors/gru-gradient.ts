import {
  concat,
  engine,
  matMul,
  reshape,
  slice,
  sum,
  zeros,
  type GradConfig,
  type KernelConfig,
  type Rank,
  type Tensor,
  type Tensor2D,
  type Tensor3D,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import { addressOf, floatsAt, kernelExports, outputFloats } from './heap';
import { gatherGates, gruProducts, gruShape, packedGru } from './gru-inputs';
import { asAttributes, byName } from './named-inputs';
import type { GruAttributes, GruInput, GruShape, GruTensors } from './gru-inputs';
import { activeRows } from './lstm-inputs';
import { withScratch, type Scratch } from './scratch';
import { noGradient } from './no-gradient';

/**
 * The kernel `SaliencyGruGrad`, back through time (Werbos 1990): the forward inputs, states and dStates give dz (gradient of
 * the words' gates), ds (of the products with the state), both `[batch, time, 3 · units]`, and the reset gate times the state
 * `[batch, time, units]`. Gates are worked out again, so that nothing is kept in between.
 */
export const gruGradConfig: KernelConfig = {
  kernelName: 'SaliencyGruGrad',
  backendName: 'wasm',
  kernelFunc: ({ inputs: list, attrs }) => {
    const { forward } = attrs as unknown as { readonly forward: GruAttributes };
    const all = list as unknown as TensorInfo[];
    const inputs = byName<GruTensors<Tensor>>(all, forward);
    const shape = gruShape(inputs.z.shape, forward.reverse);
    const [states, dStates] = all.slice(forward.names.length);
    return withScratch((scratch) => backThroughTime(inputs, shape, forward.after, states, dStates, scratch));
  },
};

function backThroughTime(
  inputs: GruTensors,
  shape: GruShape,
  after: boolean,
  states: TensorInfo,
  dStates: TensorInfo,
  scratch: Scratch,
): TensorInfo[] {
  const { batch, time, units, padded, panels, stride, line } = shape;
  const { copyRows, flushRows, gemm, gruStepGradient, gruResetGradient } = kernelExports();
  const outs = [
    [batch, time, 3 * units],
    [batch, time, 3 * units],
    [batch, time, units],
  ].map(outputFloats);
  const [dz, ds, resets] = outs;
  if (dz.shape.includes(0)) return outs;
  const { active, anyAt } = activeRows(inputs, shape, scratch);
  const packed = packedGru(inputs, shape, scratch);
  const transposed = packedTransposed(inputs, shape, after, scratch);
  const row = (): number => scratch.zeros(batch * stride);
  const [before, h, reset, given, dh, pass, back, product] = [row(), row(), row(), row(), row(), row(), row(), row()];
  const [z, s, d] = [scratch.zeros(batch * line), scratch.zeros(batch * line), scratch.zeros(batch * line)];
  const none = scratch.zeros(3 * padded);
  const [wide, tight, word] = [line * 4, stride * 4, units * 4];
  for (let step = time - 1; step >= 0; step--) {
    const place = shape.reverse ? time - 1 - step : step;
    const on = active && active + place * batch;
    stateBefore(shape, addressOf(states), step, before);
    copyRows(addressOf(dStates) + place * word, time * word, given, tight, batch, units, padded, 0, 0);
    copyRows(before, tight, h, tight, batch, padded, padded, 0, 0);
    gatherGates(addressOf(inputs.z), place, shape, z);
    gruProducts(shape, packed, { z, s, h, reset }, { active: on, after });
    gruStepGradient(s, d, wide, before, given, dh, pass, tight, batch, padded, on, Number(after));
    if (anyAt(place)) {
      if (after) gemm(d, wide, batch, 3 * padded, transposed, panels, none, 0, dh, tight);
      else {
        // Of the candidate's product alone, then of the two gates.
        const candidate = transposed + 2 * padded * padded * 4;
        gemm(d + 3 * padded * 4, wide, batch, padded, candidate, panels, none, 0, back, tight);
        gruResetGradient(s, d, wide, before, back, pass, product, tight, batch, padded, on);
        gemm(d, wide, batch, 2 * padded, transposed, panels, none, 0, dh, tight);
      }
      flushRows(dh, tight, batch, padded, 0, 0);
    } else floatsAt(dh, batch * stride).fill(0);
    for (let gate = 0; gate < 3; gate++) {
      const to = (place * 3 + gate) * word;
      const own = gate === 2 ? 3 : gate;
      copyRows(d + own * padded * 4, wide, addressOf(dz) + to, time * 3 * word, batch, units, units, 0, 0);
      copyRows(d + gate * padded * 4, wide, addressOf(ds) + to, time * 3 * word, batch, units, units, 0, 0);
    }
    copyRows(product, tight, addressOf(resets) + place * word, time * word, batch, units, units, 0, 0);
  }
  return outs;
}

/** The states before a step: those of the step before it, zeros before the first. */
function stateBefore(
  { batch, time, units, padded, stride, reverse }: GruShape,
  states: number,
  step: number,
  to: number,
): void {
  const word = units * 4;
  if (step === 0) return void floatsAt(to, batch * stride).fill(0);
  const place = reverse ? time - step : step - 1;
  kernelExports().copyRows(states + place * word, time * word, to, stride * 4, batch, units, padded, 0, 0);
}

/**
 * The transpose of the recurrent kernel. All three gates below one another where the reset gate comes after the product; else
 * the two gates, and after them the candidate by itself.
 */
function packedTransposed({ recurrentKernel }: GruTensors, shape: GruShape, after: boolean, scratch: Scratch): number {
  const { units, padded } = shape;
  const tall = scratch.zeros(3 * padded * units);
  const kernel = floatsAt(addressOf(recurrentKernel), units * 3 * units);
  const rows = floatsAt(tall, 3 * padded * units);
  for (let i = 0; i < units; i++)
    for (let gate = 0; gate < 3; gate++)
      for (let j = 0; j < units; j++) rows[(gate * padded + j) * units + i] = kernel[i * 3 * units + gate * units + j];
  const { packMatrix } = kernelExports();
  // In two parts the panels of each lie together.
  const out = scratch.floats(3 * padded * padded);
  const parts = after ? [3] : [2, 1];
  let gate = 0;
  for (const count of parts) {
    packMatrix(
      tall + gate * padded * units * 4,
      units,
      1,
      count * padded,
      count * padded,
      units,
      out + gate * padded * padded * 4,
    );
    gate += count;
  }
  return out;
}

/** The gradient of `SaliencyGru` for tfjs. */
export const gruGradient: GradConfig = {
  kernelName: 'SaliencyGru',
  saveAllInputs: true,
  outputsToSave: [true],
  gradFunc: (dy, saved, attrs) => {
    const forward = attrs as unknown as GruAttributes;
    const states = saved[saved.length - 1] as Tensor3D;
    const [dz, ds, resets] = engine().runKernel<Tensor[]>(
      'SaliencyGruGrad',
      [...saved, dy as Tensor] as unknown as Record<string, Tensor>,
      { forward: asAttributes(forward) },
    );
    const gradients: Partial<Record<GruInput, () => Tensor>> = {
      z: () => dz,
      recurrentKernel: () => kernelGradient(forward, states, ds as Tensor3D, resets),
      recurrentBias: () => sum(ds, [0, 1]),
    };
    return Object.fromEntries(forward.names.map((name, i) => [i, gradients[name] ?? noGradient('GRU', name)]));
  },
};

/** The sum over steps of (what is multiplied)ᵀ · ds: the state before the step, for the candidate times the reset gate. */
function kernelGradient({ reverse, after }: GruAttributes, states: Tensor3D, ds: Tensor3D, resets: Tensor): Tensor {
  const [batch, time, units] = states.shape;
  const first = zeros<Rank.R3>([batch, 1, units]);
  const others = slice(states, [0, reverse ? 1 : 0, 0], [batch, time - 1, units]);
  const before = concat(reverse ? [others, first] : [first, others], 1);
  const flat = (x: Tensor, width: number): Tensor2D => reshape(x, [batch * time, width]);
  const product = (x: Tensor, slopes: Tensor2D): Tensor2D => matMul(flat(x, units), slopes, true, false);
  const slopes = flat(ds, 3 * units);
  if (after) return product(before, slopes);
  const gates = slice(slopes, [0, 0], [batch * time, 2 * units]);
  const candidate = slice(slopes, [0, 2 * units], [batch * time, units]);
  return concat([product(before, gates), product(resets, candidate)], 1);
}
