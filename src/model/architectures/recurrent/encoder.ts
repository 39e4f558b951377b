import type { EncoderWeights, HiddenWeights, LayerWeights } from '../../../kernels/inference/int16/weights';
import {
  additiveAttentionOf,
  denseOf,
  feedForwardAttentionOf,
  readEmbedding,
  readLstm,
  readSimpleRnn,
} from '../../inference/encoder-parts';
import type { WeightReader } from '../../inference/weight-reader';
import { inputWidthOf, knownCell, widthOf, type RecurrentLayerPlan, type RecurrentPlan } from '../../network-plan';

/** The weights of a planned network for the int16 encoder. Throws a `SaliencyError` that names what does not fit. */
export function encoderOf(plan: RecurrentPlan, vocabularySize: number, weights: WeightReader): EncoderWeights {
  const { dimension, layers } = plan;
  return {
    words: readEmbedding(weights, 'embedding', vocabularySize, dimension),
    layers: layers.map((layer, at) => layerWeights(weights, layer, inputWidthOf(plan, at))),
    head: headWeights(plan, weights),
  };
}

function layerWeights(weights: WeightReader, layer: RecurrentLayerPlan, inputs: number): LayerWeights {
  const { name, units, directions } = layer;
  const cell = knownCell(layer);
  const read = cell === 'lstm' ? readLstm : readSimpleRnn;
  if (directions === 1) return { cell, units, forward: read(weights, name, inputs, units) };
  return {
    cell,
    units,
    forward: read(weights, `${name}/forward`, inputs, units),
    backward: read(weights, `${name}/backward`, inputs, units),
  };
}

function headWeights(
  { layers, head, hidden = [], outputs }: RecurrentPlan,
  weights: WeightReader,
): EncoderWeights['head'] {
  const width = widthOf(layers[layers.length - 1]);
  if (head.kind === 'last-states') {
    const dense = hidden.map(({ name, units }, at): HiddenWeights => ({
      ...denseOf(weights, name, at === 0 ? width : hidden[at - 1].units, units),
      activation: 'relu',
    }));
    const inputs = hidden.at(-1)?.units ?? width;
    return { kind: 'last-states', hidden: dense, output: denseOf(weights, 'dense', inputs, outputs) };
  }
  const attention = head.kind === 'additive-attention' ? additiveAttentionOf : feedForwardAttentionOf;
  return { ...attention(weights, 'attention', width, head.units), output: denseOf(weights, 'dense', width, outputs) };
}
