import type { Ids } from '../inference/forward';
import { tensor2d, tidy } from '@tensorflow/tfjs-core';
import type { Network } from './network';

/** `[texts, outputs]` of texts of one length. */
export function batchLogits(network: Network, texts: readonly Ids[]): Float32Array {
  const shape: [number, number] = [texts.length, texts[0].ids.length];
  const [ids, mask] = [new Int32Array(shape[0] * shape[1]), new Float32Array(shape[0] * shape[1])];
  texts.forEach((text, row) => {
    ids.set(text.ids, row * shape[1]);
    mask.set(text.mask, row * shape[1]);
  });
  let logits: Float32Array | undefined;
  // Assigned, not returned: `tidy` would search all the numbers for tensors.
  tidy(() => {
    const embedded = network.embed(tensor2d(ids, shape, 'int32'));
    logits = network.forward(embedded, tensor2d(mask, shape)).logits.dataSync() as Float32Array;
  });
  return logits!;
}
