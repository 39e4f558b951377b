import type { DenseWeights, LstmWeights, WordVectors } from '../../kernels/inference/int16/weights';
import type { WeightReader } from './weight-reader';

// The weights of our layers as the int16 encoder takes them: each function reads what the layer of that name stores.

/** See `layers/embedding`. */
export const readEmbedding = (weights: WeightReader, name: string, count: number, dimension: number): WordVectors =>
  weights.rows(`${name}/embeddings`, count, dimension);

/** See `layers/dense`. */
export const denseOf = (weights: WeightReader, name: string, inputs: number, outputs: number): DenseWeights => ({
  kernel: weights.values(`${name}/kernel`, inputs * outputs),
  bias: weights.values(`${name}/bias`, outputs),
});

/** See `layers/lstm`. */
export const readLstm = (weights: WeightReader, name: string, inputs: number, units: number): LstmWeights => ({
  kernel: weights.values(`${name}/kernel`, inputs * 4 * units),
  recurrent: weights.values(`${name}/recurrent_kernel`, units * 4 * units),
  bias: weights.values(`${name}/bias`, 4 * units),
});

/** See `layers/simple-rnn`. */
export const readSimpleRnn = (weights: WeightReader, name: string, inputs: number, units: number): LstmWeights => ({
  kernel: weights.values(`${name}/kernel`, inputs * units),
  recurrent: weights.values(`${name}/recurrent_kernel`, units * units),
  bias: weights.values(`${name}/bias`, units),
});

/** See `layers/additive-attention`; the bias of its score moves all scores alike, so softmax does not see it. */
export function additiveAttentionOf(weights: WeightReader, name: string, width: number, units: number) {
  const ofStates = denseOf(weights, `${name}/W1`, width, units);
  const ofQuery = denseOf(weights, `${name}/W2`, width, units);
  return {
    kind: 'attention' as const,
    kernel: ofStates.kernel,
    query: ofQuery.kernel,
    bias: ofStates.bias.map((value, i) => value + ofQuery.bias[i]),
    score: weights.values(`${name}/V/kernel`, units),
  };
}

/** See `layers/feed-forward-attention`; with one unit the score is its tanh itself. */
export function feedForwardAttentionOf(weights: WeightReader, name: string, width: number, units: number) {
  return {
    kind: 'attention' as const,
    ...denseOf(weights, name, width, units),
    score: units > 1 ? weights.values(`${name}/score`, units) : Float32Array.of(1),
  };
}
