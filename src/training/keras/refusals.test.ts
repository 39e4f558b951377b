import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { ImportAnswers } from './answers';
import { answersOf } from './answers';
import { inspected, letters } from './testing/imported';
import { hdf5Of } from './testing/write-hdf5';
import { keras2, keras3, tfjs, type GivenModel, type WrittenModel } from './testing/write-models';

// Files and models that are not read: one sentence each, which names what is wrong and what would do.

type Json = Record<string, unknown>;
const layer = (kind: string, name: string, config: Json = {}): Json => ({
  class_name: kind,
  name,
  config: { name, ...config },
});
const embedding = layer('Embedding', 'embedding', { input_dim: 4, output_dim: 2, batch_input_shape: [null, 3] });
const words = { path: 'embeddings', shape: [4, 2], values: new Float32Array(8) };

/** Embedding and more layers, without any weights but the embedding's. */
const model = (...more: readonly Json[]): GivenModel => ({
  config: { class_name: 'Sequential', config: { name: 'model', layers: [embedding, ...more] } },
  layers: [
    { name: 'embedding', kind: 'Embedding', weights: [words] },
    ...more.map((one) => ({ name: String(one.name), kind: String(one.class_name), weights: [] })),
  ],
});
const dense = (name: string, units: number, weights: readonly number[][], more: Json = {}): GivenModel => {
  const made = model(layer('Flatten', 'flatten'), layer('Dense', name, { units, activation: 'sigmoid', ...more }));
  const given = weights.map((shape, at) => ({
    path: at === 0 ? 'kernel' : 'bias',
    shape,
    values: new Float32Array(shape.reduce((a, b) => a * b, 1)),
  }));
  return { ...made, layers: made.layers.map((one) => (one.name === name ? { ...one, weights: given } : one)) };
};
const whole = dense('dense', 1, [[6, 1], [1]]);

async function sentence(written: WrittenModel | Promise<WrittenModel>): Promise<string> {
  const error: unknown = await inspected(await written).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ name: 'SaliencyError' });
  return (error as Error).message;
}

test('what these are made from is read', async () => {
  for (const written of [await keras2(whole), await keras3(whole), tfjs(whole)])
    expect(await inspected(written)).toMatchObject({ labels: 2, length: 3, rows: 4 });
});

describe('files that are none of Keras’s, or damaged', () => {
  const cut = async (written: Promise<WrittenModel>, keep: number): Promise<WrittenModel> => {
    const { file, bytes } = await written;
    return { file, bytes: bytes.subarray(0, Math.floor(bytes.length * keep)) };
  };
  test.each<[string, () => Promise<WrittenModel> | WrittenModel, RegExp]>([
    [
      'a picture',
      () => ({ file: 'cat.png', bytes: strToU8('\x89PNG\r\n') }),
      /“cat.png” is no Keras model\. Import what/,
    ],
    ['another JSON', () => ({ file: 'model.json', bytes: strToU8('{"words": 3}') }), /“model.json” is no Keras model/],
    [
      'JSON that ends early',
      () => ({ file: 'model.json', bytes: strToU8('{"modelTopology": {') }),
      /is no Keras model/,
    ],
    [
      'another archive',
      () => ({ file: 'a.zip', bytes: zipSync({ 'a.txt': strToU8('a') }) }),
      /“a.zip” is no Keras model/,
    ],
    ['an empty file', () => ({ file: 'model.h5', bytes: new Uint8Array(0) }), /^“model.h5” is empty\. Save the model again/], // prettier-ignore
    ['a model that is zipped', async () => ({ file: 'model.zip', bytes: zipSync({ 'readme.txt': strToU8('a'), 'out/model.keras': (await keras3(whole)).bytes }) }), /^“model.zip” is an archive\. Unpack it, and import “out\/model.keras”/], // prettier-ignore
    ['a model that is gzipped', async () => ({ file: 'model.h5.gz', bytes: gzipSync((await keras2(whole)).bytes) }), /^“model.h5.gz” is an archive\. Unpack it, and import “model.h5”/], // prettier-ignore
    ['a PyTorch model', () => ({ file: 'model.pt', bytes: zipSync({ 'archive/data.pkl': strToU8('a') }) }), /“model.pt” is no Keras model but PyTorch\. Import/], // prettier-ignore
    ['an older PyTorch model', () => ({ file: 'model.pth', bytes: new Uint8Array([0x80, 2, 0x8a, 10]) }), /but a pickle of Python\. Import/], // prettier-ignore
    ['an ONNX model', () => ({ file: 'model.onnx', bytes: strToU8('\x08\x07\x12\x07pytorch\x1a') }), /“model.onnx” is no Keras model but ONNX\./], // prettier-ignore
    ['safetensors', () => ({ file: 'model.safetensors', bytes: strToU8('\x3c\0\0\0\0\0\0\0{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}') }), /but safetensors\./], // prettier-ignore
    ['a SavedModel', () => ({ file: 'model.zip', bytes: zipSync({ 'model/saved_model.pb': strToU8('a') }) }), /but SavedModel\./], // prettier-ignore
    ['a web page instead of a file', () => ({ file: 'model.h5', bytes: strToU8('<!DOCTYPE html><html></html>') }), /but HTML\./], // prettier-ignore
    ['a pointer of Git LFS', () => ({ file: 'model.h5', bytes: strToU8('version https://git-lfs.github.com/spec/v1\noid sha256:0\n') }), /^“model.h5” only says where Git LFS keeps the model\. Fetch it with git lfs pull/], // prettier-ignore
    ['half an HDF5 file', () => cut(keras2(whole), 0.5), /“model.h5” cannot be read: .* Save the model again/],
    ['half an archive', () => cut(keras3(whole), 0.5), /“model.keras” cannot be read: the archive is damaged/],
    [
      'an HDF5 file of something else',
      async () => ({ file: 'data.h5', bytes: await hdf5Of({ weights: [words] }) }),
      /“data.h5” is no Keras model/,
    ],
    [
      'weights alone',
      async () => ({
        file: 'weights.h5',
        bytes: await hdf5Of({
          attributes: { '': { layer_names: ['dense'], backend: 'tensorflow' } },
          weights: [words],
        }),
      }),
      /“weights.h5” holds weights without the model's layers\. Save the whole model/,
    ],
    [
      'weights of Keras 3 alone',
      async () => ({
        file: 'model.weights.h5',
        bytes: await hdf5Of({ weights: [{ ...words, path: 'layers/embedding/vars/0' }] }),
      }),
      /holds weights without the model's layers/,
    ],
    [
      'a list of layers that is no JSON',
      async () => ({
        file: 'm.h5',
        bytes: await hdf5Of({ attributes: { '': { model_config: '{"class' } }, weights: [] }),
      }),
      /“m.h5” cannot be read: the description of its layers is no JSON/,
    ],
    [
      'a shard that is missing',
      () => ({ ...tfjs(whole), beside: new Map() }),
      /the file “group1-shard1of2.bin” that it names is not beside it/,
    ],
    [
      'shards that are cut short',
      () => ({
        ...tfjs(whole),
        beside: new Map([
          ['group1-shard1of2.bin', new Uint8Array(4)],
          ['group1-shard2of2.bin', new Uint8Array(4)],
        ]),
      }),
      /the weight “embedding\/embeddings” is cut short/,
    ],
    [
      'too few weights',
      () => keras2(dense('dense', 1, [[6, 1]])),
      /the layer “dense” \(Dense\) has 1 weights where it needs 2/,
    ],
    [
      'weights of another shape',
      () => keras3(dense('dense', 1, [[5, 1], [1]])),
      /the weight “kernel” of the layer “dense” \(Dense\) has the shape \[5, 1\] where its settings ask for \[6, 1\]/,
    ],
    [
      'a graph model',
      () => ({
        file: 'model.json',
        bytes: strToU8('{"format": "graph-model", "modelTopology": {}, "weightsManifest": []}'),
      }),
      /it is a graph model of TensorFlow.js, whose layers are lost/,
    ],
  ])('%s', async (_, written, expected) => {
    expect(await sentence(written())).toMatch(expected);
  });
});

describe('layers that are not supported', () => {
  test.each<[string, GivenModel, RegExp]>([
    [
      'a kind',
      model(layer('MultiHeadAttention', 'attend')),
      /The layer “attend” is of the kind MultiHeadAttention, which is not supported\. Supported are: Embedding, LSTM/,
    ],
    ['Lambda', model(layer('Lambda', 'lambda')), /The layer “lambda” is of the kind Lambda/],
    [
      'an activation',
      model(layer('Dense', 'dense', { units: 2, activation: 'hard_tanh' })),
      /The layer “dense” \(Dense\) has activation=hard_tanh, which is not supported\. Supported is: linear, relu/,
    ],
    ['a setting', model(layer('LSTM', 'lstm', { units: 2, stateful: true })), /“lstm” \(LSTM\) has stateful=true/],
    [
      'an output that is no probability',
      dense('dense', 1, [[6, 1], [1]], { activation: 'relu' }),
      /its last layer ends with relu: that is no probability/,
    ],
    [
      'several sigmoids',
      dense('dense', 4, [[6, 4], [4]]),
      /each of its 4 labels has a probability of its own \(sigmoid\)/,
    ],
    ['no vector a text', model(layer('Dropout', 'dropout')), /its output is not one vector of probabilities a text/],
  ])('%s', async (_, given, expected) => {
    expect(await sentence(keras2(given))).toMatch(expected);
    expect(await sentence(keras3(given))).toMatch(expected);
  });

  test('a class of one’s own, without its layers', async () => {
    const config = { class_name: 'SentimentNet', config: { units: 3 } };
    expect(await sentence(keras3({ config, layers: [] }))).toMatch(
      /its class “SentimentNet” keeps its layers in Python code, not in the file/,
    );
  });

  test('an input that is no ids of words', async () => {
    const first = layer('Dense', 'dense', { units: 2, batch_input_shape: [null, 300] });
    const config = { class_name: 'Sequential', config: { layers: [first] } };
    expect(await sentence(keras2({ config, layers: [{ name: 'dense', kind: 'Dense', weights: [] }] }))).toMatch(
      /its layer “dense” \(Dense\) reads the input without an Embedding/,
    );
  });
});

describe('what only its owner knows', () => {
  const answer = async (given: GivenModel, said: Partial<ImportAnswers>) => {
    const found = await inspected(await keras2(given));
    return answersOf(found, { name: 'mine', ...said });
  };
  const softmax = (units: number): GivenModel =>
    dense('dense', units, [[6, units], [units]], { activation: 'softmax' });

  test('words, labels and padding are asked for where nothing says them', async () => {
    await expect(answer(whole, {})).rejects.toThrow(/Which words does the model know\? .* --vocabulary FILE/);
    await expect(answer(softmax(4), { vocabulary: letters(4) })).rejects.toThrow(
      /What do the 4 outputs .* --labels a,b,c/,
    );
    await expect(answer(softmax(4), { vocabulary: letters(4), labels: ['a', 'b'] })).rejects.toThrow(
      /The model has 4 labels, but 2 were named: a, b\./,
    );
    await expect(answer(whole, { vocabulary: letters(4), labels: [''] })).rejects.toThrow(
      /The model has 2 labels, but 1 was named: \(empty\)\./,
    );
    await expect(answer(softmax(3), { vocabulary: letters(4), labels: ['a', 'b', 'a'] })).rejects.toThrow(
      /Each label needs a name of its own/,
    );
    await expect(answer(whole, { vocabulary: letters(4), length: 7 })).rejects.toThrow(
      /The model reads texts of exactly 3 words; --length 7 does not fit\./,
    );
  });

  test('usual labels and padding are guessed, and said', async () => {
    const { answers, guesses } = await answer(softmax(5), { vocabulary: letters(4) });
    expect(answers).toMatchObject({
      labels: { 0: 'very negative', 4: 'very positive' },
      padding: 'pre',
      cut: 'last',
      length: 3,
    });
    expect(guesses.join('\n')).toMatch(/very negative.*\n.*padded to 3 words before.*\n.*the last 3 words/);
  });

  test('a vocabulary with far fewer words than the model has is said to be perhaps another one’s', async () => {
    const short = await answer(whole, { vocabulary: letters(2) });
    expect(short.guesses.join('\n')).toMatch(
      /^The vocabulary has 1 word that the model can read, of 3 for which .* may be another model's\./m,
    );
    expect(short.answers.words.notes).toHaveLength(1);
    for (const rows of [3, 4, 20])
      expect((await answer(whole, { vocabulary: letters(rows) })).answers.words.notes).toEqual([]);
  });

  test('padding is asked for where a layer reads it, not where Keras masks it', async () => {
    const open = (maskZero: boolean): GivenModel => {
      const first = layer('Embedding', 'embedding', { input_dim: 4, output_dim: 2, mask_zero: maskZero });
      const last = layer('Dense', 'dense', { units: 1, activation: 'sigmoid' });
      const lstm = layer('LSTM', 'lstm', { units: 1 });
      const named = (path: string, ...shape: number[]) => ({
        path,
        shape,
        values: new Float32Array(shape.reduce((a, b) => a * b, 1)),
      });
      return {
        config: { class_name: 'Sequential', config: { layers: [first, lstm, last] } },
        layers: [
          { name: 'embedding', kind: 'Embedding', weights: [words] },
          {
            name: 'lstm',
            kind: 'LSTM',
            weights: [named('kernel', 2, 4), named('recurrent_kernel', 1, 4), named('bias', 4)],
          },
          { name: 'dense', kind: 'Dense', weights: [named('kernel', 1, 1), named('bias', 1)] },
        ],
      };
    };
    expect((await answer(open(true), { vocabulary: letters(4) })).answers.length).toBeUndefined();
    await expect(answer(open(false), { vocabulary: letters(4) })).rejects.toThrow(
      /How many words were texts padded to/,
    );
    expect((await answer(open(false), { vocabulary: letters(4), length: 0 })).answers.length).toBeUndefined();
  });
});
