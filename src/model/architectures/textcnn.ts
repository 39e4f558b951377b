import * as v from 'valibot';
import { denseOf, readEmbedding } from '../inference/encoder-parts';
import { rowIfDropped, maskRow, perText, perWord } from '../layer-row';
import { loadWindowReader } from '../inference/text-reader';
import type { Architecture } from './architecture';
import { dropoutRate, parseConfiguration, positiveInteger } from './configuration';

const schema = v.strictObject({
  dimension: v.optional(positiveInteger, 50),
  /** The number of filters of each width. */
  filters: v.optional(positiveInteger, 128),
  widths: v.optional(v.pipe(v.array(positiveInteger), v.minLength(1)), [3, 4, 5]),
  /** Dropout of the word vectors' features, one mask for a whole text. The article has no dropout at all. */
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
    ...rowIfDropped(rates.spatialDropout, perWord('SpatialDropout1D', 'spatial_dropout', dimension)),
    ...widths.flatMap((width, at) => [
      perWord(`Conv1D(${width}, relu)`, layerName(at), filters),
      perText('GlobalMaxPooling1D', `global_max_pooling_${at + 1}`, filters),
    ]),
    perText('Concatenate', 'concatenate', filters * widths.length),
    ...rowIfDropped(rates.dropout, perText('Dropout', 'dropout', filters * widths.length)),
    perText('Dense', 'dense', labels),
  ],
  plan: ({ dimension, filters, widths, spatialDropout, dropout }, outputs) => ({
    kind: 'convolutions',
    dimension,
    wordDropout: spatialDropout,
    convolutions: widths.map((width, at) => ({ name: layerName(at), width })),
    filters,
    dropout,
    outputs,
  }),
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
