import type { TensorInfo } from '@tensorflow/tfjs-core';
import { addressOf, floatsAt, kernelExports } from './heap';
import type { NamedTensors, RecurrentAttributes } from './named-inputs';
import type { Scratch } from './scratch';

/** The inputs of the kernel `SaliencyGru`; the first two are required. */
export const GRU_INPUTS = ['z', 'recurrentKernel', 'recurrentBias', 'mask'] as const;

export type GruInput = (typeof GRU_INPUTS)[number];
export type GruTensors<T extends TensorInfo = TensorInfo> = NamedTensors<'z' | 'recurrentKernel', GruInput, T>;

export interface GruAttributes extends RecurrentAttributes<GruInput> {
  /** The reset gate is applied after the product with the state. */
  readonly after: boolean;
}

/** The sizes of one call. States are `stride` floats apart, rows of gates `line`; neither is a power of two. */
export interface GruShape {
  readonly batch: number;
  readonly time: number;
  readonly units: number;
  readonly reverse: boolean;
  readonly panels: number;
  readonly padded: number;
  readonly stride: number;
  readonly line: number;
}

export function gruShape(z: readonly number[], reverse: boolean): GruShape {
  const [batch, time, gates] = z;
  const units = gates / 3;
  const panels = Math.ceil(units / 16);
  const padded = panels * 16;
  return { batch, time, units, reverse, panels, padded, stride: padded + 4, line: 4 * padded + 4 };
}

/** The recurrent kernel `[units, 3 · units]` in panels, one gate after the other; and a row of its bias. */
export function packedGru(inputs: GruTensors, shape: GruShape, scratch: Scratch): { weights: number; bias: number } {
  const { units, padded } = shape;
  const weights = scratch.floats(3 * padded * padded);
  const bias = scratch.zeros(3 * padded);
  for (let gate = 0; gate < 3; gate++) {
    const from = addressOf(inputs.recurrentKernel) + gate * units * 4;
    kernelExports().packMatrix(from, 3 * units, 1, units, padded, units, weights + gate * padded * padded * 4);
    if (inputs.recurrentBias) {
      const own = floatsAt(addressOf(inputs.recurrentBias) + gate * units * 4, units);
      floatsAt(bias, 3 * padded).set(own, gate * padded);
    }
  }
  return { weights, bias };
}

/** The gates of the words at one place, `[batch, time, 3 · units]` into rows of padded blocks. */
export function gatherGates(z: number, place: number, shape: GruShape, rows: number): void {
  const { batch, time, units, padded, line } = shape;
  for (let gate = 0; gate < 3; gate++) {
    const from = z + (place * 3 + gate) * units * 4;
    kernelExports().copyRows(
      from,
      time * 3 * units * 4,
      rows + gate * padded * 4,
      line * 4,
      batch,
      units,
      padded,
      0,
      0,
    );
  }
}

/** The products of a step and what follows from them: `s` holds gates and candidate afterwards; `h` the new states. */
export function gruProducts(
  shape: GruShape,
  packed: { readonly weights: number; readonly bias: number },
  rows: { readonly z: number; readonly s: number; readonly h: number; readonly reset: number },
  { active, after }: { readonly active: number; readonly after: boolean },
): void {
  const { batch, padded, panels, stride, line } = shape;
  const { gemm, gruGates, gruStep } = kernelExports();
  const { z, s, h, reset } = rows;
  const gates = after ? 3 : 2;
  gemm(h, stride * 4, batch, padded, packed.weights, gates * panels, packed.bias, 0, s, line * 4);
  if (!after) {
    gruGates(z, s, line * 4, h, reset, stride * 4, batch, padded);
    const candidate = packed.weights + 2 * padded * padded * 4;
    const bias = packed.bias + 2 * padded * 4;
    gemm(reset, stride * 4, batch, padded, candidate, panels, bias, 0, s + 2 * padded * 4, line * 4);
  }
  gruStep(z, s, line * 4, h, stride * 4, batch, padded, active, Number(after));
}
