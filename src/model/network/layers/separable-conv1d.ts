import { mul, relu, reshape, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';
import { separableConv1d as run } from '../../../kernels/tensors/separable-conv1d';
import { glorotUniform, zeros, type Initializer } from '../initializers';
import type { WeightStore } from '../weight-store';

/** x `[batch, time, inputs]`, mask `[batch, time]` → `[batch, time, filters]`, 0 where there is no word. */
export type MaskedConvolution = (x: Tensor3D, mask: Tensor2D) => Tensor3D;

/** Keras sees one filter a channel as `[width, channels, 1]`. */
const depthwiseGlorot: Initializer = (shape, random) => glorotUniform([...shape, 1], random);

/**
 * A separable convolution over words with relu (Chollet 2017), zeros around the text. What padding gives is put back to
 * 0: a text reads the same alone and in any batch. First values as Keras has them where nothing else is asked for.
 */
export function separableConv1d(
  store: WeightStore,
  name: string,
  { inputs, filters, width }: { readonly inputs: number; readonly filters: number; readonly width: number },
): MaskedConvolution {
  const depthwise = store.matrix(`${name}/depthwise_kernel`, width, inputs, depthwiseGlorot);
  const pointwise = store.matrix(`${name}/pointwise_kernel`, inputs, filters, glorotUniform);
  const bias = store.vector(`${name}/bias`, filters, zeros);
  return (x, mask) => {
    const [batch, time] = mask.shape;
    return mul(relu(run(x, depthwise, pointwise, bias)), reshape(mask, [batch, time, 1]));
  };
}
