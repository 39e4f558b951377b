import { describe, expect, test } from 'vitest';
import { kerasToken, kerasWords } from '../../text/keras-tokens';
import { wordsOfKeras, wordsOfLayer } from './words';

const bytes = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const read = (value: unknown, rows = 10, indexFrom?: number) =>
  wordsOfKeras('words', bytes(value), { rows, indexFrom });
const ids = (value: unknown, rows?: number, indexFrom?: number) => Object.fromEntries(read(value, rows, indexFrom).ids);

/** What `Tokenizer.to_json()` of Keras writes. */
const tokenizer = (index: Record<string, number>, config: object = {}): string =>
  JSON.stringify({
    class_name: 'Tokenizer',
    config: {
      num_words: null,
      lower: true,
      char_level: false,
      oov_token: null,
      word_index: JSON.stringify(index),
      ...config,
    },
  });

describe('vocabularies as people have them', () => {
  test('Tokenizer.to_json(): ids from 1, unknown words are left out', () => {
    const found = read(tokenizer({ the: 1, good: 2, bad: 3 }));
    expect(Object.fromEntries(found.ids)).toEqual({ the: 1, good: 2, bad: 3 });
    expect(found).toMatchObject({ standardisation: 'tokenizer' });
    expect(found.unknown).toBeUndefined();
  });
  test('… with oov_token, num_words, case, and as JSON within a string', () => {
    const found = read(
      tokenizer({ '<oov>': 1, the: 2, good: 3, bad: 4 }, { oov_token: '<oov>', num_words: 4, lower: false }),
    );
    expect(Object.fromEntries(found.ids)).toEqual({ the: 2, good: 3 });
    expect(found).toMatchObject({ unknown: 1, standardisation: 'tokenizer-cased' });
    expect(ids(JSON.stringify(tokenizer({ the: 1 })))).toEqual({ the: 1 });
  });
  test('… that cuts texts otherwise: that is said', () => {
    const usual = { filters: '!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n', split: ' ' };
    expect(read(tokenizer({ the: 1 }, usual)).notes).toEqual([]);
    expect(read(tokenizer({ the: 1 }, { ...usual, filters: '!?' })).notes.join()).toMatch(
      /other signs than usual \("!\?"\)/,
    );
    expect(read(tokenizer({ the: 1 }, { ...usual, split: ',' })).notes.join()).toMatch(/cuts texts at ","/);
  });
  test('a word index, with and without ids of its own for padding and unknown words', () => {
    expect(ids({ the: 1, good: 2 })).toEqual({ the: 1, good: 2 });
    const found = read({ '<PAD>': 0, '<START>': 1, '<UNK>': 2, '<UNUSED>': 3, the: 4, good: 5 });
    expect(found).toMatchObject({ unknown: 2, start: 1 });
    expect(Object.fromEntries(found.ids)).toEqual({ the: 4, good: 5 });
    expect(ids({ 1: 'the', 2: 'good' })).toEqual({ the: 1, good: 2 });
  });
  test("Keras's film reviews: 3 is added, 1 begins a text, 2 is unknown", () => {
    const found = read({ the: 1, and: 2 }, 10, 3);
    expect(Object.fromEntries(found.ids)).toEqual({ the: 4, and: 5 });
    expect(found).toMatchObject({ unknown: 2, start: 1 });
    const whole = Object.fromEntries(Array.from({ length: 88_584 }, (_, at) => [at === 0 ? 'the' : `w${at}`, at + 1]));
    expect(read(whole, 20_000)).toMatchObject({
      unknown: 2,
      start: 1,
      notes: [expect.stringContaining('film reviews')],
    });
    expect(read(whole, 20_000).ids.size).toBe(20_000 - 4);
    expect(read(whole, 20_000, 0).start).toBeUndefined();
  });
  test("TextVectorization's list, in JSON and one a line", () => {
    for (const list of [['', '[UNK]', 'the', 'good'], '\n[UNK]\nthe\ngood\n']) {
      const found = read(list);
      expect(Object.fromEntries(found.ids)).toEqual({ the: 2, good: 3 });
      expect(found).toMatchObject({ unknown: 1, standardisation: 'text-vectorization', padding: 'post' });
    }
    expect(ids('[UNK]\nthe\n')).toEqual({ the: 2 });
  });
  test('a text file: the number of rows tells the first id, or somebody does', () => {
    expect(ids('the\ngood\n', 3)).toEqual({ the: 1, good: 2 });
    expect(read('the\ngood\n', 4)).toMatchObject({ unknown: 1 });
    expect(ids('the\ngood\n', 4)).toEqual({ the: 2, good: 3 });
    expect(() => ids('the\ngood\n', 9)).toThrow(/2 words where the Embedding has 9 rows.*--index-from/);
    expect(ids('the\ngood\n', 9, 5)).toEqual({ the: 5, good: 6 });
    expect(ids('the 1\ngood 2\n', 9)).toEqual({ the: 1, good: 2 });
    expect(ids('很好\t1\n不好\t2\n')).toEqual({ 很好: 1, 不好: 2 });
  });
  test.each<[string, unknown, RegExp]>([
    ['an empty object', {}, /it holds no words/],
    ['damaged JSON', '{"the": 1', /it is no JSON/],
    ['characters', tokenizer({ t: 1 }, { char_level: true }), /its tokens are characters/],
    ['nothing', '', /it is empty/],
    [
      'a count instead of an id',
      { the: 1, good: 1.5 },
      /the id of “good” is 1\.5, and ids are whole numbers\. Give what/,
    ],
    [
      'a list of another model',
      'a\nb\n'.repeat(9),
      /18 words where the Embedding has 10 rows.*Give the list that this model was trained with/,
    ],
  ])('%s is refused', (_, value, expected) => {
    expect(() => read(value)).toThrow(expected);
  });
  test('a pickle is refused with what to do instead', () => {
    expect(() => wordsOfKeras('tokenizer.pickle', Uint8Array.of(0x80, 4, 0x95), { rows: 9 })).toThrow(
      /“tokenizer.pickle” cannot be used: it is a Python pickle.*tokenizer\.to_json\(\)/,
    );
    expect(() => wordsOfKeras('words.txt', Uint8Array.of(0xff, 0xfe, 0x61), { rows: 9 })).toThrow(
      /it is no UTF-8 text/,
    );
  });
});

describe('a TextVectorization layer', () => {
  const layer = {
    name: 'vectorize',
    output_mode: 'int',
    standardize: 'lower_and_strip_punctuation',
    split: 'whitespace',
  };
  test('has its words in its settings, or beside them', () => {
    const config = { ...layer, vocabulary: ['', '[UNK]', 'the', 'good'], output_sequence_length: 50 };
    const found = wordsOfLayer(config, undefined, 10)!;
    expect(Object.fromEntries(found.ids)).toEqual({ the: 2, good: 3 });
    expect(found).toMatchObject({ unknown: 1, length: 50, padding: 'post', standardisation: 'text-vectorization' });
    expect(Object.fromEntries(wordsOfLayer(layer, ['the', 'good'], 10)!.ids)).toEqual({ the: 2, good: 3 });
    expect(wordsOfLayer(layer, undefined, 10)).toBeUndefined();
  });
  test('of another kind is refused', () => {
    for (const more of [{ output_mode: 'tf_idf' }, { split: 'character' }, { ngrams: 2 }])
      expect(() => wordsOfLayer({ ...layer, ...more }, ['the'], 10)).toThrow(/“vectorize” cannot be used/);
  });
  test.each([
    ['lower_and_strip_punctuation', 'text-vectorization'],
    ['strip_punctuation', 'text-vectorization-cased'],
    ['lower', 'lower'],
    [null, 'none'],
  ])('that prepares texts by %s', (standardize, standardisation) => {
    expect(wordsOfLayer({ ...layer, standardize }, ['the'], 10)).toMatchObject({ standardisation, notes: [] });
  });
  test('with a function of its own is read in lower case, and that is said', () => {
    const standardize = { class_name: 'function', config: 'custom_standardization' };
    expect(wordsOfLayer({ ...layer, standardize }, ['the'], 10)?.notes.join()).toMatch(/a function of its own/);
  });
});

test("words become tokens as Keras's own code has them", () => {
  expect(["Don't", 'GOOD!', '...', 'a_b'].map((word) => kerasToken(word, 'tokenizer'))).toEqual([
    "don't",
    'good',
    '',
    'ab',
  ]);
  expect(["Don't", 'well-known', '…'].map((word) => kerasToken(word, 'text-vectorization'))).toEqual([
    'dont',
    'wellknown',
    '…',
  ]);
  expect(kerasToken('GOOD', 'tokenizer-cased')).toBe('GOOD');
  expect(kerasToken("Don't", 'text-vectorization-cased')).toBe('Dont');
  const words = [
    { text: 'well-known', start: 3, end: 13 },
    { text: "isn't", start: 14, end: 19 },
  ];
  expect(kerasWords(words, 'tokenizer')).toEqual([
    { text: 'well', start: 3, end: 7 },
    { text: '-', start: 7, end: 8 },
    { text: 'known', start: 8, end: 13 },
    { text: "isn't", start: 14, end: 19 },
  ]);
  expect(kerasWords(words, 'text-vectorization')).toEqual(words);
});
