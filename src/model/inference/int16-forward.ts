import { createInt16Encoder } from '../../kernels/inference/int16/encoder';
import type { EncoderWeights } from '../../kernels/inference/int16/weights';
import { kernelModule } from '../../kernels/inference/kernel-module';
import type { Forward, ForwardWithout, LogitsOf, RecurrentPart } from './forward';

/** For rows of words met before: 2,048 words of a BiLSTM(128). Several models may be loaded. */
const CACHE_BYTES = 8 * 2 ** 20;

export interface Int16Forward {
  readonly forward: Forward;
  readonly leaveOneOutLogits: ForwardWithout;
  readonly logitsOf: LogitsOf;
  /** Before ids are given to other words. */
  forgetWords(): void;
  /** The size of its WebAssembly memory. */
  bytes(): number;
}

/** The forward pass in int16 (see `docs/performance.md`), with a packed copy of the weights. */
export function int16Forward(weights: EncoderWeights): Int16Forward {
  const encoder = createInt16Encoder(kernelModule(), weights, { cacheBytes: CACHE_BYTES });
  const recurrent = weights.layers.flatMap(({ units, backward }, layer): RecurrentPart[] => [
    { layer, direction: 'forward', units },
    ...(backward ? [{ layer, direction: 'backward', units } as const] : []),
  ]);
  return {
    forward(ids, mask) {
      const { logits, attention, states } = encoder.run(ids, mask);
      return { logits, attention, recurrent, states };
    },
    leaveOneOutLogits: (ids, mask, out) => encoder.without(ids, mask, out),
    logitsOf: (texts) => encoder.logitsOf(texts),
    forgetWords: () => encoder.forgetWords(),
    bytes: () => encoder.bytes,
  };
}
