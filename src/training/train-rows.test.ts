import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadWholeModel } from '../model/network/load-whole-model';
import type { ModelCard } from '../shared/model-card';
import { verifyModel } from '../model/testing/verify-model';
import { startTestBackend } from '../model/testing/backend';
import { seededRandom } from '../shared/random';
import { segmentSpaced } from '../text/spaced';
import { evaluate, evaluateModel } from './evaluation/evaluate';
import { evaluationText } from './evaluation/evaluation-text';
import { FIT_DEFAULTS } from './fit/fit-options';
import { gradientWorkerHere } from './fit/parallel/testing';
import type { Row } from './rows/row';
import { trainRows, type TrainRowsRequest } from './train-rows';

const THINGS = 'film plot cast music story ending hero scene song joke'.split(' ');
const WORDS = {
  positive: ['lovely', 'superb', 'charming'],
  negative: ['dull', 'awful', 'clumsy'],
  neutral: ['long', 'recent', 'french'],
};

/** Short reviews, each different from all others. */
function reviews(count: number, seed: number, labels: readonly (keyof typeof WORDS)[]): Row[] {
  const random = seededRandom(seed);
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)];
  return Array.from({ length: count }, (_, i) => {
    const label = labels[i % labels.length];
    const text = `The ${one(THINGS)} is ${one(WORDS[label])}, the ${one(THINGS)} number ${seed}${i} is ${one(WORDS[label])}.`;
    return { text, label, fields: { text, label } };
  });
}

const noJieba = (): Promise<Uint8Array> => Promise.reject(new Error('no Chinese here'));

function request(overrides: Partial<TrainRowsRequest>): TrainRowsRequest {
  return {
    name: 'en-small',
    architecture: 'state-distance-lstm',
    config: { dimension: 8, units: 8 },
    data: { name: 'small reviews', rows: reviews(240, 1, ['negative', 'positive']) },
    test: { name: '', rows: [] },
    exclude: [],
    unlabelled: [],
    split: { validationShare: 0.1, testShare: 0.2, seed: 1, groupBy: [] },
    minCount: 3,
    cut: 'first',
    options: { ...FIT_DEFAULTS, epochs: 8, batchSize: 16, learningRate: 0.02, patience: 0 },
    card: { trainedOn: [{ name: 'small reviews', rows: 240 }], changes: [], notFor: [], licence: [] },
    storage: { load: () => Promise.resolve(undefined), save: () => Promise.resolve() },
    checkpointMinutes: 60,
    dictionary: noJieba,
    say: () => undefined,
    ...overrides,
  };
}

beforeAll(startTestBackend);

describe('labelled rows to a model on disk', () => {
  it('with a second thread for half of each batch: the model of one thread, up to rounding', async () => {
    let messages = 0;
    const startGradientWorkers = () => [gradientWorkerHere(() => messages++)];
    const options = { ...request({}).options, epochs: 2 };
    const accuracyOf = async (asked: Partial<TrainRowsRequest>): Promise<number> => {
      const files = await trainRows(request({ options, ...asked }));
      const card = JSON.parse(new TextDecoder().decode(files.get('card.json'))) as ModelCard;
      return card.measured[0].accuracy;
    };
    expect(await accuracyOf({ startGradientWorkers })).toBeCloseTo(await accuracyOf({}), 1);
    // Two epochs of eleven batches, and a request for each.
    expect(messages).toBeGreaterThan(22);
  });

  it('with the network that suits the rows: n-grams for few long texts, a sequence with word vectors for many short ones', async () => {
    const lines: string[] = [];
    const auto = async (rows: Row[], config: object): Promise<string> => {
      lines.length = 0;
      const say = (line: string): void => void lines.push(line);
      const data = { name: 'rows', rows };
      const options = { ...request({}).options, epochs: 2 };
      const files = await trainRows(request({ architecture: 'auto', config: { ...config }, data, options, say }));
      return (JSON.parse(new TextDecoder().decode(files.get('card.json'))) as ModelCard).architecture;
    };
    expect(await auto(reviews(240, 1, ['negative', 'positive']), { ngrams: 100, units: 4 })).toBe('ngram-mlp');
    expect(lines.join('\n')).toMatch(
      /architecture ngram-mlp: 168 samples ÷ 12 words in the median text = 14, below 1500/,
    );
    const short = Array.from({ length: 4600 }, (_, i): Row => {
      const label = i % 2 === 0 ? 'positive' : 'negative';
      const text = `${WORDS[label][(i >> 1) % 3]} ${i}`;
      return { text, label, fields: { text, label } };
    });
    expect(await auto(short, { dimension: 8, filters: [4, 4] })).toBe('sepcnn');
    const said = lines.join('\n');
    expect(said).toMatch(/architecture sepcnn: 3220 samples ÷ 2 words .* = 1610, 1500 or more: .*pre-trained/);
    expect(said).toMatch(/words, epoch 1\/1, .* loss/);
    expect(said).toMatch(/weights taken from pre-training: 1/);
  });

  it('with a card that agrees with the files', async () => {
    const before = memory().numTensors;
    const lines: string[] = [];
    const test = {
      name: 'other reviews',
      rows: [...reviews(50, 2, ['negative', 'positive']), ...reviews(5, 3, ['neutral'])],
    };
    const files = await trainRows(request({ test, say: (line) => lines.push(line) }));
    expect(memory().numTensors).toBe(before);
    const read = (path: string): Promise<Uint8Array> => Promise.resolve(files.get(path)!);
    await verifyModel('en-small', read);
    const model = await loadWholeModel('en-small', read);
    const { card } = model;
    expect(card).toMatchObject({
      name: 'en-small',
      language: 'en',
      labels: ['negative', 'positive'],
      rows: { train: 168, validation: 24, test: 98 },
      length: 100,
      defaultMethod: 'state-distance',
    });
    expect(card.measured.map(({ data, n }) => [data, n])).toEqual([
      ['small reviews, held-out set', 48],
      ['other reviews', 50],
    ]);
    expect(card.measured[1].accuracy).toBeGreaterThan(0.95);
    expect(card.history).toHaveLength(8);
    expect(card.size).toBe(
      [...files].reduce((sum, [name, { length }]) => sum + (name === 'card.json' ? 0 : length), 0),
    );
    expect(lines.join('\n')).toMatch(/epoch 8\/8 done: loss .* validation loss .*\n/);
    expect(lines.join('\n')).toMatch(/ms\/step, .* GFLOP\/s, epoch ends in 00:/);

    const again = evaluate(model, segmentSpaced, test.rows);
    expect(again.accuracy).toBe(card.measured[1].accuracy);
    expect(again.macroF1).toBe(card.measured[1].macroF1);
    expect(again.otherLabels).toBe(5);
    model.dispose();

    const alone = await evaluateModel('en-small', read, noJieba, test.rows);
    expect({ ...alone, millisecondsPerText: 0 }).toEqual({ ...again, millisecondsPerText: 0 });
    expect(alone.millisecondsPerText).toBeGreaterThan(0);
    expect(evaluationText(again)).toMatch(
      /accuracy .* n = 50[^]*5 rows were left out: the model does not have their label/,
    );
    expect(memory().numTensors).toBe(before);
  });

  it('with three labels, pre-trained words, and the same bytes from the same seed', async () => {
    const labels = ['negative', 'neutral', 'positive'] as const;
    const rows = reviews(180, 4, labels);
    const train = (): ReturnType<typeof trainRows> =>
      trainRows(
        request({
          architecture: 'additive-attention-bilstm',
          config: { dimension: 8, units: 8, attentionUnits: 8 },
          data: { name: 'a', rows },
          unlabelled: reviews(100, 5, labels).map(({ text }) => text),
          pretraining: {
            options: { epochs: 2, batchSize: 16, learningRate: 0.01, seed: 1, negatives: 20, clip: 5 },
          },
          options: { ...FIT_DEFAULTS, epochs: 12, batchSize: 16, learningRate: 0.02, averaging: 0.9 },
        }),
      );
    const files = await train();
    expect(await train()).toEqual(files);
    const read = (path: string): Promise<Uint8Array> => Promise.resolve(files.get(path)!);
    const { accuracy, confusion } = await evaluateModel('x', read, noJieba, reviews(60, 6, labels));
    expect(accuracy).toBeGreaterThan(0.95);
    expect(confusion).toHaveLength(3);
  });

  it('without excluded texts and those of the test rows, and reports how many were removed', async () => {
    const rows = reviews(60, 1, ['negative', 'positive']);
    const lines: string[] = [];
    const options = { ...FIT_DEFAULTS, epochs: 1 };
    const test = { name: 't', rows: rows.slice(0, 4) };
    const exclude = [rows[5].text.toUpperCase()];
    await trainRows(request({ data: { name: 'a', rows }, test, exclude, options, say: (line) => lines.push(line) }));
    expect(lines[0]).toBe('60 rows, 5 dropped for their texts; labels: negative, positive');
    expect(lines[1]).toBe('training 38, validation 6, test 15');
    const more = reviews(80, 1, ['negative', 'positive']);
    lines.length = 0;
    // 60 of them are in the data or excluded; none counts twice.
    await trainRows(
      request({ data: { name: 'a', rows }, also: more, test, exclude, options, say: (line) => lines.push(line) }),
    );
    expect(lines[1]).toBe('training 58, validation 6, test 15');
  });

  it('not from rows of one label', async () => {
    const rows = reviews(10, 1, ['positive']);
    await expect(trainRows(request({ data: { name: 'a', rows } }))).rejects.toThrow(/all rows are "positive"/);
  });
});
