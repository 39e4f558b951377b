import { tensor2d, tidy } from '@tensorflow/tfjs-core';
import type { Forward, ForwardPass } from '../inference/forward';
import type { Network } from './network';

/** The forward pass of a float32 network, as plain numbers. */
export function float32Forward(network: Network): Forward {
  return (ids, mask) => {
    let pass: ForwardPass | undefined;
    // Assigned, not returned: `tidy` would search all the numbers for tensors.
    tidy(() => {
      const embedded = network.embed(tensor2d(ids, [1, ids.length], 'int32'));
      const { logits, attention, recurrent } = network.forward(embedded, tensor2d(mask, [1, mask.length]));
      const parts = recurrent.map(({ layer, direction, states }) => ({ layer, direction, units: states.shape[2] }));
      const numbers = recurrent.map(({ states }) => states.dataSync() as Float32Array);
      pass = {
        logits: logits.dataSync() as Float32Array,
        attention: attention?.dataSync() as Float32Array | undefined,
        recurrent: parts,
        states: (layer, direction) => {
          const at = parts.findIndex((part) => part.layer === layer && part.direction === direction);
          if (at < 0) throw new RangeError('There is no such layer or direction.');
          return numbers[at];
        },
      };
    });
    return pass!;
  };
}
