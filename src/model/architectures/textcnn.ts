import { concat } from '@tensorflow/tfjs-core';
import * as v from 'valibot';
import { globalMaxPool } from '../../kernels/tensors/max-pool';
import { denseOf, readEmbedding } from '../inference/encoder-parts';
import { ifDropped, maskRow, perText, perWord } from '../layer-row';
import { compact } from '../network/layers/compact';
import { conv1d } from '../network/layers/conv1d';
import { dense } from '../network/layers/dense';
import { dropout, spatialDropout } from '../network/layers/dropout';
import { embedding } from '../network/layers/embedding';
import { crossEntropy } from '../network/loss';
import type { Architecture } from '../network/network';
import { loadWindowReader } from '../inference/text-reader';
import { WeightStore } from '../network/weight-store';
import { dropoutRate, parseConfiguration, positiveInteger } from './configuration';

const schema = v.strictObject({
  dimension: v.optional(positiveInteger, 50),
  /** Of each width. */
  filters: v.optional(positiveInteger, 128),
  widths: v.optional(v.pipe(v.array(positiveInteger), v.minLength(1)), [3, 4, 5]),
  /** Of the word vectors' features, one mask for a whole text. The article has no dropout at all. */
  spatialDropout: v.optional(dropoutRate, 0),
  /** Before the dense layer. */
  dropout: v.optional(dropoutRate, 0),
});
export type TextcnnConfig = v.InferOutput<typeof schema>;

const layerName = (at: number): string => `conv1d_${at + 1}`;

/** Looks for phrases of a few words anywhere in a text (Kim 2014). */
export const textcnn: Architecture<TextcnnConfig> = {
  name: 'textcnn',
  source:
    'The other route of the TextAttBiRNN article (Kim 2014): Embedding(50), convolutions of width 3, 4 and 5 with 128 ' +
    'filters each, the largest value of each filter, dense softmax; jieba words, texts of 40. Changed: padding is masked, ' +
    'and windows that reach past the end of a text see zeros there, so that texts shorter than a window can be read.',
  masksUnknown: false,
  reads: 'windows',
  attends: false,
  published: { maxWords: 5_000, minCount: 1, length: 40 },
  configure: (given) => parseConfiguration('textcnn', schema, given),
  layers: ({ dimension, filters, widths, ...rates }, labels) => [
    perWord('Embedding', 'embedding', dimension),
    maskRow,
    ...ifDropped(rates.spatialDropout, perWord('SpatialDropout1D', 'spatial_dropout', dimension)),
    ...widths.flatMap((width, at) => [
      perWord(`Conv1D(${width}, relu)`, layerName(at), filters),
      perText('GlobalMaxPooling1D', `global_max_pooling_${at + 1}`, filters),
    ]),
    perText('Concatenate', 'concatenate', filters * widths.length),
    ...ifDropped(rates.dropout, perText('Dropout', 'dropout', filters * widths.length)),
    perText('Dense', 'dense', labels),
  ],
  build(config, vocabularySize, labels, initial) {
    const store = new WeightStore(initial);
    const { dimension, filters, widths } = config;
    const embed = embedding(store, 'embedding', vocabularySize, dimension);
    const windows = widths.map((width, at) => conv1d(store, layerName(at), { inputs: dimension, filters, width }));
    const classify = dense(store, 'dense', filters * widths.length, labels);
    return {
      weights: store.weights,
      reads: 'windows',
      embed,
      forward(embedded, mask, training) {
        const dropped = spatialDropout('spatial_dropout', config.spatialDropout, embedded, training);
        const words = compact(dropped, mask);
        const largest = windows.map((of) => globalMaxPool(of(words.x), words.mask));
        const features = dropout('dropout', config.dropout, concat(largest, 1), training);
        return { logits: classify(features), recurrent: [] };
      },
      loss: crossEntropy,
      dispose: () => store.dispose(),
    };
  },
  reader: ({ dimension, filters, widths }, vocabularySize, labels, weights) =>
    loadWindowReader({
      words: readEmbedding(weights, 'embedding', vocabularySize, dimension),
      convolutions: widths.map((width, at) => ({
        width,
        left: 0,
        kernel: weights.values(`${layerName(at)}/kernel`, width * dimension * filters),
        bias: weights.values(`${layerName(at)}/bias`, filters),
      })),
      top: { kind: 'largest' },
      output: denseOf(weights, 'dense', filters * widths.length, labels),
    }),
};
