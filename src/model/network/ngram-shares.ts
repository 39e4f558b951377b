import {
  add,
  gather,
  greater,
  matMul,
  mul,
  cast,
  reshape,
  tensor1d,
  tidy,
  type Tensor1D,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import type { NgramRow } from '../ngrams/ngram-row';
import type { NgramShare } from '../ngrams/ngram-share';
import type { NgramLayer } from './layers/ngram-features';

/**
 * The exact share of every n-gram in a label's logit. A network of one relu layer is linear as long as the same units are
 * active: an n-gram's share is its value times the sum over the active units of its weight times the unit's weight for
 * the label; what remains of the logit is the biases'. Several occurrences share alike.
 *
 * @param bias `[units]` of the hidden layer
 * @param output `[units, outputs]`; a lone output stands for the last of two labels
 * @param target index of the label
 */
export function ngramShares(
  layer: NgramLayer,
  bias: Tensor1D,
  output: Tensor2D,
  row: NgramRow,
  target: number,
): NgramShare[] {
  if (row.ngrams.length === 0) return [];
  let weights: Float32Array | undefined;
  // Assigned, not returned: `tidy` would search all the numbers for tensors.
  tidy(() => {
    const [units, outputs] = output.shape;
    const active = cast(greater(add(layer.apply([row]), bias), 0), 'float32');
    const column = outputs === 1 ? output : gather(output, tensor1d([target], 'int32'), 1);
    const through = mul(reshape(active, [units, 1]), column);
    weights = matMul(
      gather(layer.kernel, tensor1d(row.ngrams, 'int32')) as Tensor2D,
      through,
    ).dataSync() as Float32Array;
  });
  const sign = output.shape[1] === 1 && target === 0 ? -1 : 1;
  const shares = new Map<number, number>();
  row.ngrams.forEach((ngram, i) => shares.set(ngram, sign * row.values[i] * weights![i]));
  const times = new Map<number, number>();
  for (const { ngram } of row.occurrences) times.set(ngram, (times.get(ngram) ?? 0) + 1);
  return row.occurrences.map(({ ngram, at, length }) => ({
    at,
    length,
    share: shares.get(ngram)! / times.get(ngram)!,
  }));
}
