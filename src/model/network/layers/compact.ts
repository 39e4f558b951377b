import { gather, mul, reshape, tensor1d, tensor2d, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';

/**
 * Moves the words of each text together, with zeros after them: for layers that look at neighbours, a skipped word is one
 * that is not there. x `[batch, time, width]`, mask `[batch, time]` → the same shapes. Differentiable in x.
 */
export function compact(x: Tensor3D, mask: Tensor2D): { readonly x: Tensor3D; readonly mask: Tensor2D } {
  const [batch, time, width] = x.shape;
  const read = mask.dataSync();
  const order = new Int32Array(batch * time);
  const packed = new Float32Array(batch * time);
  let moved = false;
  for (let row = 0; row < batch; row++) {
    const places = Array.from({ length: time }, (_, word) => row * time + word);
    const words = places.filter((at) => read[at] !== 0);
    order.set([...words, ...places.filter((at) => read[at] === 0)], row * time);
    packed.fill(1, row * time, row * time + words.length);
    moved ||= words.some((at, i) => at !== row * time + i);
  }
  const words = moved ? tensor2d(packed, [batch, time]) : mask;
  const side = moved
    ? reshape(gather(reshape(x, [batch * time, width]), tensor1d(order, 'int32')), [batch, time, width])
    : x;
  return { x: mul(side, reshape(words, [batch, time, 1])), mask: words };
}
