import { mul, reshape, tensor2d, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';
import type { DropoutMasks } from '../network';
import { mixSeed, seededRandom } from '../../../shared/random';

/**
 * Inverted dropout as in Keras: 0 with probability `rate`, else 1 / (1 − rate). The same training seed and layer
 * name give the same mask. Undefined if nothing is dropped.
 */
export function dropoutMask(
  name: string,
  rate: number,
  shape: readonly [number, number],
  training: DropoutMasks | undefined,
): Tensor2D | undefined {
  if (!training || rate === 0) return undefined;
  const random = seededRandom(mixSeed(training.seed, name));
  const kept = 1 / (1 - rate);
  const { before, rows } = training.part ?? { before: 0, rows: 1 };
  for (let skipped = (shape[0] / rows) * before * shape[1]; skipped > 0; skipped--) random();
  const values = new Float32Array(shape[0] * shape[1]);
  for (let i = 0; i < values.length; i++) values[i] = random() < rate ? 0 : kept;
  return tensor2d(values, [shape[0], shape[1]]);
}

/** Drops single features of `[batch, width]`. */
export function dropout(name: string, rate: number, x: Tensor2D, training: DropoutMasks | undefined): Tensor2D {
  const mask = dropoutMask(name, rate, x.shape, training);
  return mask ? mul(x, mask) : x;
}

/** Drops single features of `[batch, time, width]`, other ones at every word. */
export function featureDropout(name: string, rate: number, x: Tensor3D, training: DropoutMasks | undefined): Tensor3D {
  const [batch, time, width] = x.shape;
  const mask = dropoutMask(name, rate, [batch * time, width], training);
  return mask ? mul(x, reshape(mask, x.shape)) : x;
}

/** Drops features of `[batch, time, width]`, the same ones at every word of a text (Tompson et al. 2015). */
export function spatialDropout(name: string, rate: number, x: Tensor3D, training: DropoutMasks | undefined): Tensor3D {
  const [batch, , width] = x.shape;
  const mask = dropoutMask(name, rate, [batch, width], training);
  return mask ? mul(x, reshape(mask, [batch, 1, width])) : x;
}
