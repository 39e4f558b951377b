import type { GivenModel } from './write-models';

/** Words of a small model and what each says: good ones are positive. */
const SAYS: Readonly<Record<string, number>> = { good: 2, great: 3, bad: -2, awful: -3, film: 0, the: 0 };

const WORDS = Object.keys(SAYS);

/** A model that takes the mean of what words say, of twelve places padded before them; its labels are negative and positive. */
export function smallModel(): GivenModel {
  const layer = (kind: string, name: string, config: object) => ({
    class_name: kind,
    name,
    config: { name, ...config },
  });
  const [rows, dimension] = [WORDS.length + 1, 2];
  const vectors = new Float32Array(rows * dimension);
  WORDS.forEach((word, at) => vectors.set([SAYS[word], 0.1], (at + 1) * dimension));
  const layers = [
    layer('Embedding', 'embedding', { input_dim: rows, output_dim: dimension, batch_input_shape: [null, 12] }),
    layer('GlobalAveragePooling1D', 'pooling', {}),
    layer('Dense', 'dense', { units: 1, activation: 'sigmoid' }),
  ];
  return {
    config: { class_name: 'Sequential', config: { name: 'small', layers } },
    layers: [
      {
        name: 'embedding',
        kind: 'Embedding',
        weights: [{ path: 'embeddings', shape: [rows, dimension], values: vectors }],
      },
      { name: 'pooling', kind: 'GlobalAveragePooling1D', weights: [] },
      {
        name: 'dense',
        kind: 'Dense',
        weights: [
          { path: 'kernel', shape: [dimension, 1], values: Float32Array.of(12, 1) },
          { path: 'bias', shape: [1], values: Float32Array.of(0.05) },
        ],
      },
    ],
  };
}

/** What `Tokenizer.to_json()` writes of its words. */
export const smallTokenizer = (): string =>
  JSON.stringify({
    class_name: 'Tokenizer',
    config: {
      num_words: null,
      filters: '!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n',
      lower: true,
      split: ' ',
      char_level: false,
      oov_token: null,
      document_count: 6,
      word_index: JSON.stringify(Object.fromEntries(WORDS.map((word, at) => [word, at + 1]))),
    },
  });
