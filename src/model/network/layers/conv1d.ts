import { pad, relu, type Tensor3D } from '@tensorflow/tfjs-core';
import { conv1d as run } from '../../../kernels/tensors/conv1d';
import { glorotUniform, zeros } from '../initializers';
import type { WeightStore } from '../weight-store';

/** x `[batch, time, inputs]`, zeros after each text → `[batch, time, filters]`: one window from each word on. */
export type Windows = (x: Tensor3D) => Tensor3D;

/**
 * A convolution over words with relu (Kim 2014). The window of a word holds it and those after it; after the end of a
 * text stand zeros, so that a text shorter than a window still has one.
 */
export function conv1d(
  store: WeightStore,
  name: string,
  { inputs, filters, width }: { readonly inputs: number; readonly filters: number; readonly width: number },
): Windows {
  const kernel = store.cube(`${name}/kernel`, [width, inputs, filters], glorotUniform);
  const bias = store.vector(`${name}/bias`, filters, zeros);
  return (x) => {
    const behind: [number, number][] = [
      [0, 0],
      [0, width - 1],
      [0, 0],
    ];
    return relu(run(pad(x, behind), kernel, bias, { padding: 'valid' }));
  };
}
