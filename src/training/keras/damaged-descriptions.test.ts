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
