import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ModelCard } from '../shared/model-card';
import { verifyModel } from '../model/testing/verify-model';
import { loadWholeModel } from '../model/network/load-whole-model';
import { seededRandom } from '../shared/random';
import { startTestBackend } from '../model/testing/backend';
import { segmentSpaced } from '../text/spaced';
import type { CheckpointStorage } from './fit/checkpoint';
import { evaluate } from './evaluation/evaluate';
import { evaluationText } from './evaluation/evaluation-text';
import { FIT_DEFAULTS } from './fit/fit-options';
import { parsePlan } from './plans/plan';
import { pretrainPlan } from './pretraining/pretrain-plan';
import type { Row } from './rows/row';
import type { PlannedRows } from './plans/source-rows';
import { trainSources, type SourcesRequest } from './train-sources';

const SIGNS = { negative: ['dull', 'awful'], neutral: ['long', 'french'], positive: ['lovely', 'superb'] };

/** Short texts of one source, with the given number of each label; each has a word that no other text has. */
function texts(source: string, counts: Partial<Record<keyof typeof SIGNS, number>>, seed: number): Row[] {
  const random = seededRandom(seed);
  const labels = Object.entries(counts).flatMap(([label, count]) => new Array<string>(count).fill(label));
  return labels.map((label, i) => {
    const signs = SIGNS[label as keyof typeof SIGNS];
    const text = `The ${source} number ${seed}${i} is ${signs[Math.floor(random() * 2)]}.`;
    return { text, label, fields: { text, label, source } };
  });
}

const plan = parsePlan(
  {
    language: 'en',
    labels: ['negative', 'neutral', 'positive'],
    rows: 240,
    absent: -2,
    teachers: { t: { words: 2, characters: 0, bits: 12, share: 0.3 } },
    sources: [
      { name: 'film', file: 'a', share: 2, validation: 0.1, test: 0.1, metric: 'accuracy', teacher: 't' },
      {
        name: 'tweet',
        title: 'Short texts',
        file: 'b',
        share: 2,
        balance: 1,
        validation: 0.1,
        test: 0.1,
        metric: 'macro-recall',
      },
      { name: 'everyday', everyday: 'sentences', share: 0.5 },
    ],
    together: [{ title: 'Everything', sources: ['film', 'tweet'] }],
  },
  'plan',
);
const planned: PlannedRows = {
  plan,
  rows: [
    texts('film', { negative: 90, positive: 90 }, 1),
    texts('tweet', { negative: 20, neutral: 120, positive: 60 }, 2),
    texts('day', { negative: 60, neutral: 60, positive: 60 }, 3),
  ],
  excluded: [],
};
const architecture = 'attention-bilstm';
const config = { dimension: 8, units: 8 };
const dictionary = (): Promise<Uint8Array> => Promise.reject(new Error('no Chinese here'));

function request(overrides: Partial<SourcesRequest> = {}): SourcesRequest {
  return {
    name: 'en',
    architecture,
    config,
    planned,
    splitSeed: 1,
    minCount: 2,
    cut: 'first',
    options: {
      ...FIT_DEFAULTS,
      epochs: 5,
      batchSize: 16,
      learningRate: 0.03,
      schedule: 'linear',
      monitor: 'score',
      patience: 0,
      averaging: 0.9,
    },
    card: { trainedOn: [{ name: 'made up', rows: 380 }], changes: [], notFor: [], licence: [] },
    storage: { load: () => Promise.resolve(undefined), save: () => Promise.resolve() },
    checkpointMinutes: 60,
    dictionary,
    say: () => undefined,
    ...overrides,
  };
}

beforeAll(startTestBackend);

describe('several sources to one model', () => {
  it('starts from pre-trained words, scores each source by its own labels, is calibrated, and writes a model card', async () => {
    const before = memory().numTensors;
    const lines: string[] = [];
    const say = (line: string): void => void lines.push(line);
    const words = await pretrainPlan({
      ...{ planned, architecture, config, minCount: 2, maxWords: 1000, length: 5, dictionary, say },
      options: { epochs: 1, batchSize: 32, learningRate: 0.01, seed: 1, negatives: 10, clip: 5 },
    });
    const files = await trainSources(request({ words, say }));
    expect(memory().numTensors).toBe(before);
    const read = (path: string): Promise<Uint8Array> => Promise.resolve(files.get(path)!);
    await verifyModel('en', read);
    const model = await loadWholeModel('en', read);
    const { card } = model;
    expect(card.labels).toEqual(['negative', 'neutral', 'positive']);
    expect(card.measured.map(({ data, n }) => [data, n])).toEqual([
      ['film, held-out set', 18],
      ['Short texts, held-out set', 20],
      ['Everything, held-out set', 38],
    ]);
    expect(card.measured[0].neutralIgnored).toEqual({ n: 18, accuracy: 1 });
    expect(card.measured[1].macroRecall).toBeGreaterThan(0.9);
    expect(card.temperature).toBeGreaterThan(0);
    expect(Object.keys(card.history[0].sources!)).toEqual(['film', 'tweet']);
    expect(lines.join('\n')).toMatch(/weights taken from pre-training: 7/);
    expect(lines.join('\n')).toMatch(/teacher t: accuracy/);

    const rows = [
      ...texts('film', { negative: 20, positive: 20 }, 3),
      ...texts('tweet', { neutral: 20, positive: 10 }, 4),
    ];
    const evaluation = evaluate(model, segmentSpaced, rows);
    expect(Object.keys(evaluation.bySource!)).toEqual(['film', 'tweet']);
    expect(evaluation.bySource!['film'].neutralIgnored?.accuracy).toBeGreaterThan(0.95);
    expect(evaluation.bySource!['tweet'].accuracy).toBeGreaterThan(0.9);
    expect(evaluation.n).toBe(70);
    expect(evaluationText(evaluation)).toMatch(/ {2}film: accuracy .*neutral ignored .*calibration error .* n = 40\n/);
    model.dispose();
  });

  it('measures rows of other files under their public name, and does not train on texts that they share with the plan', async () => {
    const shared = planned.rows[0].slice(0, 10);
    const rows = [...texts('film', { negative: 10, neutral: 4, positive: 10 }, 5), ...shared];
    const lines: string[] = [];
    const files = await trainSources(
      request({
        tests: [{ name: 'other.jsonl', rows }],
        card: { ...request().card, names: { 'other.jsonl': 'Other reviews, test half' } },
        options: { ...request().options, epochs: 1 },
        say: (line) => void lines.push(line),
      }),
    );
    const { measured } = JSON.parse(new TextDecoder().decode(files.get('card.json'))) as ModelCard;
    expect(measured.map(({ data, n }) => [data, n])).toEqual([
      ['Other reviews, test half', 34],
      ['film, held-out set', 17],
      ['Short texts, held-out set', 20],
      ['Everything, held-out set', 37],
    ]);
    expect(lines.join('\n')).toMatch(/film: 136 to train on, 17 to validate, 17 to measure on/);
  });

  it('starts other networks from the words and from the layer of the same direction', async () => {
    const words = await pretrainPlan({
      ...{ planned, architecture, config, minCount: 2, maxWords: 1000, length: 5, dictionary, say: () => undefined },
      options: { epochs: 1, batchSize: 32, learningRate: 0.01, seed: 1, negatives: 10, clip: 5 },
    });
    const two = { ...planned, plan: { ...plan, labels: ['negative', 'positive'] } };
    const taken = async (architecture: string, units: object): Promise<string> => {
      const lines: string[] = [];
      const say = (line: string): void => void lines.push(line);
      const options = { ...request().options, epochs: architecture === 'lstm' ? 2 : 1 };
      const config = { dimension: 8, ...units };
      await trainSources(request({ planned: two, architecture, config, words, options, say }));
      // Two labels are one logit: a score that ignores this is the score of always predicting the same label.
      const scores = lines.flatMap((line) => /film (\d+\.\d+) %/.exec(line)?.[1] ?? []);
      if (architecture === 'lstm') expect(Number(scores.at(-1))).toBeGreaterThan(80);
      return lines.find((line) => line.startsWith('vocabulary')) ?? '';
    };
    expect(await taken('lstm', { units: 8 })).toMatch(/taken from pre-training: 4$/);
    expect(await taken('stacked-bilstm', { units: 8 })).toMatch(/taken from pre-training: 7$/);
    expect(await taken('simple-rnn', { units: 8 })).toMatch(/taken from pre-training: 1$/);
    expect(await taken('sepcnn', {})).toMatch(/taken from pre-training: 1$/);
  });

  it('ends with the same files when it is killed inside an epoch and started again', async () => {
    let kept: Uint8Array | undefined;
    const storage: CheckpointStorage = {
      load: () => Promise.resolve(kept),
      save: (bytes) => Promise.resolve(void (kept = bytes)),
    };
    const whole = await trainSources(request());
    let saves = 0;
    const dying: CheckpointStorage = {
      load: () => storage.load(),
      save: (bytes) => (++saves > 20 ? Promise.reject(new Error('killed')) : storage.save(bytes)),
    };
    await expect(trainSources(request({ storage: dying, checkpointMinutes: 0 }))).rejects.toThrow('killed');
    expect(kept).toBeDefined();
    expect(await trainSources(request({ storage, checkpointMinutes: 0 }))).toEqual(whole);
  });
});
