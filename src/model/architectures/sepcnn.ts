import * as v from 'valibot';
import { asWordConvolution } from '../../kernels/inference/windows/weights';
import { denseOf, readEmbedding } from '../inference/encoder-parts';
import { rowIfDropped, maskRow, perText, perWord, type LayerRow } from '../layer-row';
import { loadWindowReader } from '../inference/text-reader';
import type { Architecture } from './architecture';
import { dropoutRate, outputsOf, parseConfiguration, positiveInteger } from './configuration';

const schema = v.strictObject({
  dimension: v.optional(positiveInteger, 200),
  /** Filters of the two convolutions before the pooling, and of the two after it. */
  filters: v.optional(v.tuple([positiveInteger, positiveInteger]), [64, 128]),
  width: v.optional(positiveInteger, 3),
  /** Words of a pooling window. */
  pool: v.optional(positiveInteger, 3),
  /** Dropout of the word vectors, feature by feature, and before the dense layer. */
  dropout: v.optional(dropoutRate, 0.3),
});
export type SepcnnConfig = v.InferOutput<typeof schema>;

/** Inputs and filters of the four convolutions. */
const convolutions = ({ dimension, filters: [few, many] }: SepcnnConfig): [number, number][] => [
  [dimension, few],
  [few, few],
  [few, many],
  [many, many],
];

const layerName = (at: number): string => `separable_conv1d_${at + 1}`;

/** Separable convolutions over words, then over their windows; the mean over the text is classified. */
export const sepcnn: Architecture<SepcnnConfig> = {
  name: 'sepcnn',
  source:
    "Google's text classification guide (2018) and the article that compares networks on film reviews: Embedding(200), " +
    'dropout 0.3, two SeparableConv1D(64, width 3, relu), max pooling 3, two SeparableConv1D(128, width 3, relu), global ' +
    'average, dropout 0.3, dense sigmoid (softmax for more than two labels); 20,000 words, texts of 500. Changed: padding ' +
    'is masked, and the last window of the pooling may be shorter, so that no word is lost.',
  masksUnknown: false,
  reads: 'windows',
  attends: false,
  published: { maxWords: 20_000, minCount: 1, length: 500, standardisation: 'bare' },
  configure: (given) => parseConfiguration('sepcnn', schema, given),
  layers(config, labels) {
    const rows = convolutions(config).map(([, filters], at): LayerRow =>
      perWord(`SeparableConv1D(${config.width}, relu)`, layerName(at), filters),
    );
    const [few, many] = config.filters;
    return [
      perWord('Embedding', 'embedding', config.dimension),
      maskRow,
      ...rowIfDropped(config.dropout, perWord('Dropout', 'dropout_1', config.dimension)),
      ...rows.slice(0, 2),
      perWord(`MaxPooling1D(${config.pool})`, 'max_pooling', few),
      ...rows.slice(2),
      perText('GlobalAveragePooling1D', 'global_average_pooling', many),
      ...rowIfDropped(config.dropout, perText('Dropout', 'dropout_2', many)),
      perText('Dense', 'dense', outputsOf(labels)),
    ];
  },
  plan: (config, labels) => ({
    kind: 'separable-convolutions',
    dimension: config.dimension,
    convolutions: convolutions(config).map(([inputs, filters], at) => ({ name: layerName(at), inputs, filters })),
    width: config.width,
    pool: config.pool,
    dropout: config.dropout,
    outputs: outputsOf(labels),
  }),
  reader(config, vocabularySize, labels, weights) {
    const { dimension, width, pool } = config;
    const [first, second, third, fourth] = convolutions(config).map(([inputs, filters], at) => ({
      width,
      depthwise: weights.values(`${layerName(at)}/depthwise_kernel`, width * inputs),
      pointwise: weights.values(`${layerName(at)}/pointwise_kernel`, inputs * filters),
      bias: weights.values(`${layerName(at)}/bias`, filters),
    }));
    return loadWindowReader({
      words: readEmbedding(weights, 'embedding', vocabularySize, dimension),
      convolutions: [asWordConvolution(first, dimension)],
      top: { kind: 'mean', layers: [second, { pool }, third, fourth] },
      output: denseOf(weights, 'dense', config.filters[1], outputsOf(labels)),
    });
  },
};
