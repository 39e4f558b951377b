import { add, cast, expandDims, relu, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';
import type { NgramPlan } from '../../network-plan';
import type { NgramRow } from '../../ngrams/ngram-row';
import { ngramShares } from '../ngram-shares';
import { zeros } from '../initializers';
import { dense } from '../layers/dense';
import { dropout } from '../layers/dropout';
import { ngramFeatures } from '../layers/ngram-features';
import { crossEntropy } from '../loss';
import type { Network } from '../network';
import type { WeightStore } from '../weight-store';

/** A relu layer on the n-grams of a text. */
export function ngramNetwork(plan: NgramPlan, vocabulary: number, store: WeightStore): Network {
  const { ngrams, longest, units, counted } = plan;
  const features = ngramFeatures(store, 'ngrams', { vocabulary, ngrams, longest, units, counted });
  const bias = store.vector('hidden/bias', units, zeros);
  const classify = dense(store, 'dense', units, plan.outputs);
  const hidden = (rows: readonly NgramRow[]): Tensor2D => relu(add(features.apply(rows), bias));
  return {
    weights: store.weights,
    reads: 'ngrams',
    // The n-grams are looked up by the ids themselves: what is passed to `forward` is the id, as a number.
    embed: (ids) => expandDims<Tensor3D>(cast(ids, 'float32'), 2),
    forward(embedded, mask, training) {
      const [batch, time] = mask.shape;
      const [ids, read] = [embedded.dataSync(), mask.dataSync()];
      const rows = Array.from({ length: batch }, (_, row) =>
        features.read(ids.subarray(row * time, (row + 1) * time), read.subarray(row * time, (row + 1) * time)),
      );
      return { logits: classify(dropout('hidden', plan.dropout, hidden(rows), training)), recurrent: [] };
    },
    shares: (ids, mask, target) => {
      const kernel = store.weights.get('dense/kernel') as Tensor2D;
      return ngramShares(features, bias, kernel, features.read(ids, mask), target);
    },
    loss: crossEntropy,
    dispose: () => store.dispose(),
  };
}
