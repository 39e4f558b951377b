import * as v from 'valibot';
import { rowIfDropped, maskRow, perText, perWord } from '../layer-row';
import { spellings } from '../spellings';
import type { Architecture } from './architecture';
import { dropoutRate, parseConfiguration, positiveInteger } from './configuration';

const schema = v.strictObject({
  /** The dimension of the word vectors that the language model reads. */
  dimension: v.optional(positiveInteger, 50),
  /** Characters of a word that it looks at. */
  letters: v.optional(positiveInteger, 4),
  /** Rows of the table of characters. */
  alphabet: v.optional(v.pipe(positiveInteger, v.minValue(2)), 4_096),
  characterDimension: v.optional(positiveInteger, 16),
  characterFilters: v.optional(positiveInteger, 32),
  /** Units of each direction of the language model. */
  languageUnits: v.optional(positiveInteger, 128),
  /** True: after its pre-training the language model stays as it is. False: it goes on learning with the rest. */
  frozen: v.optional(v.boolean(), true),
  units: v.optional(positiveInteger, 128),
  attentionUnits: v.optional(positiveInteger, 1),
  /** Dropout of the contextual vectors' features, one mask for a whole text. */
  spatialDropout: v.optional(dropoutRate, 0),
  recurrentDropout: v.optional(dropoutRate, 0),
  /** Between the weighted sum and the dense layer. */
  dropout: v.optional(dropoutRate, 0),
});
export type ContextualAttentionConfig = v.InferOutput<typeof schema>;

const characterSizes = (config: ContextualAttentionConfig) => ({
  letters: config.letters,
  alphabet: config.alphabet,
  dimension: config.characterDimension,
  filters: config.characterFilters,
});

/** As `attention-bilstm`, but each word's vector already knows the words around it: a language model wrote it. */
export const contextualAttentionBilstm: Architecture<ContextualAttentionConfig> = {
  name: 'contextual-attention-bilstm',
  source:
    'The ELMo version of the TextAttBiRNN article (Peters et al. 2018): BiLSTM(128) and feed-forward attention on contextual ' +
    'word vectors, dense softmax; jieba words, texts of 40. Changed: a small language model of our own, one LSTM of 128 ' +
    'units in each direction over word and character vectors, pre-trained on the texts given with --unlabelled; one bias of ' +
    'the attention for all positions; padding is masked; words outside the vocabulary share one vector without characters.',
  masksUnknown: false,
  reads: 'sequence',
  attends: true,
  published: { maxWords: 20_000, minCount: 2, length: 40 },
  configure: (given) => parseConfiguration('contextual-attention-bilstm', schema, given),
  layers: (config, labels) => [
    perWord('Embedding', 'embedding', config.dimension),
    maskRow,
    { ...perWord('Spelling', 'spelling', config.letters), weights: ['characters/spelling'], trained: false },
    {
      ...perWord('CharacterCNN(3, relu)', 'characters', config.characterFilters),
      weights: ['characters/embeddings', 'characters/conv1d/kernel', 'characters/conv1d/bias'],
    },
    perWord('Dense', 'projection', config.languageUnits),
    perWord('Bidirectional(LSTM)', 'language_model', 2 * config.languageUnits),
    perWord('ScalarMix', 'mix', 2 * config.languageUnits),
    ...rowIfDropped(config.spatialDropout, perWord('SpatialDropout1D', 'spatial_dropout', 2 * config.languageUnits)),
    perWord('Bidirectional(LSTM)', 'bilstm', 2 * config.units),
    perText('FeedForwardAttention', 'attention', 2 * config.units),
    ...rowIfDropped(config.dropout, perText('Dropout', 'dropout', 2 * config.units)),
    perText('Dense', 'dense', labels),
  ],
  count: (config, _vocabularySize, _labels, _texts, tokens) =>
    new Map([['characters/spelling', spellings(tokens, config)]]),
  plan: (config, outputs) => ({
    kind: 'contextual',
    dimension: config.dimension,
    characters: characterSizes(config),
    languageUnits: config.languageUnits,
    frozen: config.frozen,
    units: config.units,
    attentionUnits: config.attentionUnits,
    wordDropout: config.spatialDropout,
    recurrentDropout: config.recurrentDropout,
    dropout: config.dropout,
    outputs,
  }),
};
