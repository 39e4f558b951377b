import { strToU8 } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { full } from '../../model/architectures/testing';
import { startTestBackend } from '../../model/testing/backend';
import { seededRandom } from '../../shared/random';
import { answersOf } from './answers';
import { filesOfImported, importModel } from './import-model';
import { contextAttention } from './testing/attention-layers';
import { inspected, letters } from './testing/imported';
import { attention } from './testing/keras-layers';
import { embedding, functional, layers } from './testing/oracle';
import { keras2, keras3, tfjs, type GivenModel, type WrittenModel } from './testing/write-models';

// Whatever is wrong in a file, somebody gets a sentence: no error of the program, and no model that predicts nothing.

let whole: GivenModel;
beforeAll(async () => {
  await startTestBackend();
  await full.setBackend('cpu');
  whole = given();
});

/** One of most kinds of layers. */
const given = (): GivenModel =>
  functional(9, (ids) => {
    const words = embedding().apply(ids);
    const seen = layers.conv1d({ filters: 4, kernelSize: 2, padding: 'same', activation: 'relu' }).apply(words);
    const pooled = layers.maxPooling1d({ poolSize: 2 }).apply(seen);
    const cell = layers.lstm({ units: 3, recurrentActivation: 'sigmoid', returnSequences: true });
    const states = layers.bidirectional({ layer: cell, mergeMode: 'concat' }).apply(pooled);
    const gru = layers.gru({ units: 6, recurrentActivation: 'sigmoid', returnSequences: true }).apply(states);
    const weighed = attention({ useScale: true }).apply([gru, gru] as never);
    const one = contextAttention().apply(layers.layerNormalization({}).apply(weighed));
    const other = layers.flatten().apply(layers.batchNormalization({}).apply(gru));
    const joined = layers.concatenate().apply([one, other] as never);
    return layers
      .dense({ units: 3, activation: 'softmax' })
      .apply(layers.dropout({ rate: 0.2 }).apply(joined)) as never;
  }).given;

/** What becomes of a file: a model's files, or the sentence that refuses it. @throws what is no sentence for people */
async function outcome(written: WrittenModel): Promise<string> {
  try {
    const found = await inspected(written);
    const said = { name: 'mine', vocabulary: letters(Math.min(found.rows, 20)), length: found.length ?? 9 };
    const labels = Array.from({ length: found.labels }, (_, at) => `label ${at}`);
    await filesOfImported(importModel(found, answersOf(found, { ...said, labels }).answers));
    return 'read';
  } catch (error) {
    const { name, message } = error as Error;
    if (name !== 'SaliencyError') throw error;
    return message;
  }
}

type Json = Record<string, unknown>;
/** Places of a description, with what puts another value there. */
function places(value: unknown, path = ''): { readonly path: string; put(other: unknown): void }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) => [
    { path: `${path}/${key}`, put: (other: unknown) => void ((value as Json)[key] = other) },
    ...places(below, `${path}/${key}`),
  ]);
}

const OTHERS: readonly unknown[] = [null, -1, 0, 2.5, 1e9, 'other', [], {}, true, [[['none', 0, 0, {}]]]];

describe('a description with something else in one place', () => {
  test('is read', async () => {
    expect(await outcome(tfjs(whole))).toBe('read');
  });
  test.each(OTHERS.map((other) => [JSON.stringify(other), other] as const))(
    '%s: read, or refused by a sentence',
    async (_, other) => {
      const wrong: string[] = [];
      const many = places(structuredClone(whole.config)).length;
      for (let at = 0; at < many; at++) {
        const config = structuredClone(whole.config);
        const { path, put } = places(config)[at];
        put(other);
        const said = await outcome(tfjs({ ...whole, config })).catch(String);
        if (/Error:|undefined|\[object|NaN/.test(said)) wrong.push(`${path}: ${said}`);
      }
      expect(wrong).toEqual([]);
    },
  );
});

test.each(Object.entries({ keras2, keras3 }))(
  '%s: cut anywhere, or with other bytes, it is read or refused by a sentence',
  async (_, write) => {
    const { file, bytes } = await write(whole);
    const random = seededRandom(3);
    for (let round = 0; round < 40; round++) {
      const cut = bytes.slice(0, Math.floor(bytes.length * random()));
      expect(await outcome({ file, bytes: cut }), `cut at ${cut.length}`).not.toBe('read');
      const changed = bytes.slice();
      for (let i = 0; i < 4; i++) changed[Math.floor(random() * changed.length)] = Math.floor(256 * random());
      await outcome({ file, bytes: changed });
    }
  },
);

describe('models that others save', () => {
  const layer = (kind: string, name: string, config: Json = {}, inbound: unknown = []): Json => ({
    ...{ class_name: kind, name, inbound_nodes: inbound },
    config: { name, ...config },
  });
  const reads = (...names: string[]): unknown => [names.map((name) => [name, 0, 0, {}])];
  const input = (name: string): Json => layer('InputLayer', name, { batch_input_shape: [null, 5] });
  const functionalOf = (
    all: readonly Json[],
    outputs: readonly string[],
    weights: readonly Json[] = [],
  ): WrittenModel => {
    const config = { layers: all, input_layers: [], output_layers: outputs.map((name) => [name, 0, 0]) };
    const modelTopology = { keras_version: '2.12.0', model_config: { class_name: 'Functional', config } };
    const weightsManifest = [{ paths: ['weights.bin'], weights }];
    const beside = new Map([['weights.bin', new Uint8Array(400)]]);
    return { file: 'model.json', bytes: strToU8(JSON.stringify({ modelTopology, weightsManifest })), beside };
  };

  test('with two inputs, or two outputs', async () => {
    const two = [input('title'), input('body'), layer('Concatenate', 'both', {}, reads('title', 'body'))];
    expect(await outcome(functionalOf(two, ['both']))).toBe(
      'The model cannot be imported: it has several inputs. Supported are models with one input, the ids of a text’s words.',
    );
    expect(await outcome(functionalOf([input('body')], ['mood', 'topic']))).toBe(
      'The model cannot be imported: it has 2 outputs. Save a model with one output: the probabilities of the labels.',
    );
  });

  test('within another: its layer is named', async () => {
    const nested = [input('body'), layer('Sequential', 'encoder', { layers: [] }, reads('body'))];
    expect(await outcome(functionalOf(nested, ['encoder']))).toMatch(
      /its layer “encoder” \(Sequential\) reads the input without an Embedding/,
    );
  });

  test('with a setting that no layer can have', async () => {
    const all = [
      input('body'),
      layer('Embedding', 'words', { input_dim: 4, output_dim: 2 }, reads('body')),
      layer('GlobalMaxPooling1D', 'one', {}, reads('words')),
      layer('RepeatVector', 'again', { n: -2 }, reads('one')),
      layer('GlobalMaxPooling1D', 'last', {}, reads('again')),
      layer('Dense', 'dense', { units: 3, activation: 'softmax', use_bias: false }, reads('last')),
    ];
    const weights = [
      { name: 'words/embeddings', shape: [4, 2], dtype: 'float32' },
      { name: 'dense/kernel', shape: [2, 3], dtype: 'float32' },
    ];
    expect(await outcome(functionalOf(all, ['dense'], weights))).toMatch(
      /^“model.json” cannot be read: the settings of the layer “again” cannot be: /,
    );
  });

  test('whose training diverged', async () => {
    for (const value of [NaN, Infinity]) {
      const diverged = structuredClone(whole);
      diverged.layers.find(({ kind }) => kind === 'Embedding')!.weights[0].values[7] = value;
      for (const written of [await keras2(diverged), await keras3(diverged), tfjs(diverged)])
        expect(await outcome(written)).toMatch(
          /cannot be read: the weight “.*\/embeddings” has values that are no finite numbers, as after a training that diverged/,
        );
    }
  });
});
