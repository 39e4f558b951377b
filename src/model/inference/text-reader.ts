import { kernelModule } from '../../kernels/inference/kernel-module';
import { dense } from '../../kernels/inference/int16/dense';
import type { DenseWeights, WordVectors } from '../../kernels/inference/int16/weights';
import { WeightedRows } from '../../kernels/inference/sparse/weighted-rows';
import { windowReader as readerOfWindows, type TextReader } from '../../kernels/inference/windows/reader';
import type { WindowWeights } from '../../kernels/inference/windows/weights';
import type { Forward } from './forward';
import { ngramRow, type NgramScaling } from '../ngrams/ngram-row';

export type { TextReader };

/** For rows of words met before: 1,300 words of three convolutions of 128 filters and 12 words. */
const CACHE_BYTES = 8 * 2 ** 20;

/** A network of convolutions over words. */
export const loadWindowReader = (weights: WindowWeights): TextReader =>
  readerOfWindows(kernelModule(), weights, CACHE_BYTES);

export interface NgramWeights extends NgramScaling {
  /** `[ngrams, units]`. */
  readonly kernel: WordVectors;
  /** `[units]` of the hidden layer, which has a relu. */
  readonly bias: Float32Array;
  readonly output: DenseWeights;
}

/** A network on the n-grams of a text: only the rows of those that are there are read. */
export function ngramReader({ kernel, bias, output, ...scaling }: NgramWeights): TextReader {
  const rows = new WeightedRows(kernelModule(), kernel);
  const [start, last] = [bias.slice(), { kernel: output.kernel.slice(), bias: output.bias.slice() }];
  return {
    run(ids, mask) {
      const { ngrams, values } = ngramRow(ids, mask, scaling);
      const hidden = rows.sum(ngrams, values, start).map((value) => Math.max(0, value));
      return dense(last, hidden);
    },
    get bytes() {
      return rows.bytes;
    },
  };
}

/** Such networks have no states and no attention. */
export function forwardOf(reader: TextReader): Forward {
  const states = (): never => {
    throw new RangeError('There is no such layer or direction.');
  };
  return (ids, mask) => ({ logits: reader.run(ids, mask), recurrent: [], states });
}
