import { tensor2d, tidy } from '@tensorflow/tfjs-core';
import type { Network } from '../network/network';

/** One direction of one recurrent layer; layer 0 is next to the words. */
export interface RecurrentPart {
  readonly layer: number;
  readonly direction: 'forward' | 'backward';
  readonly units: number;
}

/** What one text left behind, as plain numbers. The arrays are the caller's to keep. */
export interface ForwardPass {
  /** `[outputs]`, before softmax or sigmoid and before temperature. */
  readonly logits: Float32Array;
  /** `[words]`, sums to 1 over the words that were read, 0 where skipped; only of models with attention. */
  readonly attention?: Float32Array;
  /** The states that there are, from the lowest layer up, forward first. */
  readonly recurrent: readonly RecurrentPart[];
  /**
   * `[words, units]`, in text order; a skipped word repeats the state before it (behind it, for the backward
   * direction). Only until the model reads its next text: throws then.
   */
  states(layer: number, direction: RecurrentPart['direction']): Float32Array;
}

/**
 * Reads one text. The same text gives the same bytes, in every process, worker and browser, whatever was read before.
 * @param ids token ids `[words]`
 * @param mask `[words]`: 1 = read, 0 = skipped
 */
export type Forward = (ids: Int32Array, mask: Float32Array) => ForwardPass;

/**
 * What each of some words changes: the logits `[outputs]` of the text without it, byte for byte those that `Forward` gives
 * for the shortened text, for less work than as many passes.
 * @param out positions of words that are read, ascending
 */
export type ForwardWithout = (ids: Int32Array, mask: Float32Array, out: readonly number[]) => readonly Float32Array[];

/** The forward pass of a float32 network, for architectures that have no int16 one. */
export function float32Forward(network: () => Network): Forward {
  return (ids, mask) => {
    let pass: ForwardPass | undefined;
    // Assigned, not returned: `tidy` would search all the numbers for tensors.
    tidy(() => {
      const of = network();
      const embedded = of.embed(tensor2d(ids, [1, ids.length], 'int32'));
      const { logits, attention, recurrent } = of.forward(embedded, tensor2d(mask, [1, mask.length]));
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
