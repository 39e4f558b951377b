import { beforeAll, describe, expect, test } from 'vitest';
import { startTestBackend } from '../../model/testing/backend';
import { segmentSpaced } from '../../text/spaced';
import { probabilitiesOf } from '../../model/probabilities';
import { loadWholeModel } from '../../model/network/load-whole-model';
import { answersOf } from './answers';
import { filesOfImported, importModel } from './import-model';
import { inspected } from './testing/imported';
import { keras2, keras3, type GivenModel, type WrittenModel } from './testing/write-models';

// A model that brings its own words: texts go in, its TextVectorization layer makes ids of them.

beforeAll(startTestBackend);

const WORDS = ['', '[UNK]', 'film', 'good', 'Good', 'bad', 'dont'];
/** What each says; an unknown word counts as well. */
const SAYS = [0, 0.4, 0, 2, 1, -2, -1];
const LENGTH = 4;

function model(settings: Record<string, unknown>): GivenModel {
  const layer = (kind: string, name: string, config: object) => ({
    class_name: kind,
    name,
    config: { name, ...config },
  });
  const vectorize = {
    ...{ batch_input_shape: [null], dtype: 'string', output_mode: 'int', split: 'whitespace', ngrams: null },
    ...{ standardize: 'lower_and_strip_punctuation', output_sequence_length: LENGTH, max_tokens: 100 },
    ...settings,
  };
  const layers = [
    layer('TextVectorization', 'text_vectorization', vectorize),
    layer('Embedding', 'embedding', { input_dim: WORDS.length, output_dim: 1 }),
    layer('GlobalAveragePooling1D', 'pooling', {}),
    layer('Dense', 'dense', { units: 1, activation: 'sigmoid' }),
  ];
  const weights = (path: string, shape: number[], values: number[]) => ({
    path,
    shape,
    values: Float32Array.from(values),
  });
  const own: Record<string, GivenModel['layers'][number]['weights']> = {
    embedding: [weights('embeddings', [WORDS.length, 1], SAYS)],
    dense: [weights('kernel', [1, 1], [3]), weights('bias', [1], [0.25])],
  };
  return {
    config: { class_name: 'Sequential', config: { name: 'model', layers } },
    layers: layers.map(({ name, class_name: kind }) => ({ name, kind, weights: own[name] ?? [] })),
  };
}

/** σ(3 · mean over four places + 0.25), as Keras computes it: padding behind the words is read as 0. */
const expected = (ids: readonly number[]): number => {
  const sum = ids.slice(0, LENGTH).reduce((all, id) => all + SAYS[id], 0);
  return 1 / (1 + Math.exp(-((3 * sum) / LENGTH + 0.25)));
};

async function positive(written: WrittenModel, text: string): Promise<number> {
  const found = await inspected(written);
  const { answers } = answersOf(found, { name: 'mine' });
  const files = await filesOfImported(importModel(found, answers));
  const read = await loadWholeModel('mine', (path) => Promise.resolve(files.get(path)!));
  const { ids, mask } = read.encode(segmentSpaced(text));
  return probabilitiesOf(read.forward(ids, mask).logits)[1];
}

const vocabulary = { 'assets/text_vectorization/vocabulary.txt': `${WORDS.slice(2).join('\n')}\n` };
const FORMATS: Record<string, (settings: Record<string, unknown>) => Promise<WrittenModel>> = {
  'words in the settings, Keras 2': (settings) => keras2(model({ ...settings, vocabulary: WORDS })),
  'words in the settings, Keras 3': (settings) => keras3(model({ ...settings, vocabulary: WORDS })),
  'words beside them, Keras 3': (settings) => keras3(model(settings), vocabulary),
};

describe.each(Object.entries(FORMATS))('%s', (_, write) => {
  test.each<[string, Record<string, unknown>, string, number[]]>([
    ['unknown words, signs, padding behind', {}, "Don't: GOOD plot.", [6, 3, 1]],
    ['the first words of a longer text', {}, 'film film film good bad bad', [2, 2, 2, 3]],
    ['with their case', { standardize: 'strip_punctuation' }, "Good, good don't!", [4, 3, 6]],
  ])('%s', async (_, settings, text, ids) => {
    expect(await positive(await write(settings), text)).toBeCloseTo(expected(ids), 5);
  });
});

test('a vocabulary that is nowhere is asked for', async () => {
  const found = await inspected(await keras3(model({})));
  expect(() => answersOf(found, { name: 'mine' })).toThrow(
    /its TextVectorization layer has no vocabulary.*--vocabulary/i,
  );
});
