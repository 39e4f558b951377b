import { expandDims, squeeze, type Tensor2D } from '@tensorflow/tfjs-core';
import { globalAverage } from '../../../kernels/tensors/global-average';
import { maxPool1d } from '../../../kernels/tensors/max-pool';
import type { SeparableConvolutionPlan } from '../../network-plan';
import { compact } from '../layers/compact';
import { dense } from '../layers/dense';
import { dropout, featureDropout } from '../layers/dropout';
import { embedding } from '../layers/embedding';
import { separableConv1d } from '../layers/separable-conv1d';
import { crossEntropy } from '../loss';
import type { Network } from '../network';
import type { WeightStore } from '../weight-store';

/** Two separable convolutions before a pooling and two after it, and their mean over the text. */
export function separableConvolutionNetwork(
  plan: SeparableConvolutionPlan,
  vocabularySize: number,
  store: WeightStore,
): Network {
  const { width, pool } = plan;
  const embed = embedding(store, 'embedding', vocabularySize, plan.dimension);
  const [first, second, third, fourth] = plan.convolutions.map(({ name, inputs, filters }) =>
    separableConv1d(store, name, { inputs, filters, width }),
  );
  const classify = dense(store, 'dense', plan.convolutions[3].filters, plan.outputs);
  return {
    weights: store.weights,
    reads: 'windows',
    embed,
    forward(embedded, given, training) {
      const { x, mask } = compact(featureDropout('dropout_1', plan.dropout, embedded, training), given);
      const below = second(first(x, mask), mask);
      const pooled = maxPool1d(below, { width: pool, mask });
      const places: Tensor2D = squeeze(maxPool1d(expandDims(mask, 2), { width: pool }), [2]);
      const above = fourth(third(pooled, places), places);
      const features = dropout('dropout_2', plan.dropout, globalAverage(above, places), training);
      return { logits: classify(features), recurrent: [] };
    },
    loss: crossEntropy,
    dispose: () => store.dispose(),
  };
}
