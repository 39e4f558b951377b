import { concat } from '@tensorflow/tfjs-core';
import { globalMaxPool } from '../../../kernels/tensors/max-pool';
import type { ConvolutionPlan } from '../../network-plan';
import { compact } from '../layers/compact';
import { conv1d } from '../layers/conv1d';
import { dense } from '../layers/dense';
import { dropout, spatialDropout } from '../layers/dropout';
import { embedding } from '../layers/embedding';
import { crossEntropy } from '../loss';
import type { Network } from '../network';
import type { WeightStore } from '../weight-store';

/** Convolutions side by side, and the largest value of each filter (Kim 2014). */
export function convolutionNetwork(plan: ConvolutionPlan, vocabularySize: number, store: WeightStore): Network {
  const { dimension, filters } = plan;
  const embed = embedding(store, 'embedding', vocabularySize, dimension);
  const windows = plan.convolutions.map(({ name, width }) =>
    conv1d(store, name, { inputs: dimension, filters, width }),
  );
  const classify = dense(store, 'dense', filters * windows.length, plan.outputs);
  return {
    weights: store.weights,
    reads: 'windows',
    embed,
    forward(embedded, mask, training) {
      const dropped = spatialDropout('spatial_dropout', plan.wordDropout, embedded, training);
      const words = compact(dropped, mask);
      const largest = windows.map((of) => globalMaxPool(of(words.x), words.mask));
      const features = dropout('dropout', plan.dropout, concat(largest, 1), training);
      return { logits: classify(features), recurrent: [] };
    },
    loss: crossEntropy,
    dispose: () => store.dispose(),
  };
}
