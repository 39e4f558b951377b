import { beforeAll, describe, expect, it } from 'vitest';
import { buildNetwork } from '../../model/network/build-network';
import { architectureNamed, ARCHITECTURES } from '../../model/architectures/registry';
import { startTestBackend } from '../../model/testing/backend';
import { fit } from './fit';
import { FIT_DEFAULTS } from './fit-options';
import { predictAll } from '../evaluation/predict';
import type { Sample } from './sample';
import { bagOf, samplesOf, TASKS, WORDS, type Task } from '../testing/tasks';

beforeAll(startTestBackend);

/** The tasks that each architecture must learn, in a small configuration. A convolution sees only windows, so its task is about phrases. */
const LEARNS: Readonly<Record<string, { tasks: readonly Task[]; config?: object; epochs?: number; rate?: number }>> = {
  'state-distance-lstm': { tasks: ['order', 'negation', 'distance'] },
  'additive-attention-bilstm': { tasks: ['order', 'negation', 'distance'] },
  'attention-bilstm': { tasks: ['order', 'negation', 'distance'] },
  'contextual-attention-bilstm': {
    tasks: ['order', 'negation', 'distance'],
    config: { languageUnits: 16, characterFilters: 4, alphabet: 32, letters: 2 },
  },
  'simple-rnn': { tasks: ['order', 'negation'], epochs: 15, rate: 0.005 },
  lstm: { tasks: ['order', 'negation', 'distance'] },
  gru: { tasks: ['order', 'negation'] },
  'stacked-lstm': { tasks: ['order', 'negation', 'distance'], config: { dropout: 0.2 } },
  'stacked-bilstm': { tasks: ['order', 'negation', 'distance'] },
  'bilstm-mlp': {
    tasks: ['order', 'negation', 'distance'],
    config: { hidden: 32, spatialDropout: 0.1, inputDropout: 0.1, recurrentDropout: 0.1, dropout: 0.2 },
  },
  textcnn: { tasks: ['negation'], config: { units: undefined, filters: 16 } },
  sepcnn: {
    tasks: ['negation'],
    config: { units: undefined, dimension: 32, filters: [32, 32], dropout: 0 },
    epochs: 30,
  },
};

const TOKENS = Array.from({ length: WORDS }, (_, id) => String.fromCharCode(96 + id));

const share = (right: readonly boolean[]): number => right.filter(Boolean).length / right.length;

/** The accuracy of a bag of words: logistic regression on word counts, by gradient descent. */
function bagOfWords(train: readonly Sample[], test: readonly Sample[]): number {
  const weights = new Float64Array(WORDS + 1);
  const score = ({ ids }: Sample): number => ids.reduce((sum, id) => sum + weights[id], weights[WORDS]);
  for (let epoch = 0; epoch < 20; epoch++) {
    for (const sample of train) {
      const slope = sample.label - 1 / (1 + Math.exp(-score(sample)));
      for (const at of [...sample.ids, WORDS]) weights[at] += 0.02 * slope;
    }
  }
  return share(test.map((sample) => Number(score(sample) > 0) === sample.label));
}

describe.each(Object.keys(TASKS) as Task[])('%s', (task) => {
  it('cannot be learned from a bag of words: each text has a twin with the same words and the other label', () => {
    const [train, test] = [samplesOf(task, 800, 1), samplesOf(task, 300, 3)];
    for (let i = 0; i < test.length; i += 2) {
      expect(bagOf(test[i])).toBe(bagOf(test[i + 1]));
      expect(test[i].label).not.toBe(test[i + 1].label);
    }
    // So any function of the bag of words is right for exactly one text of each pair.
    expect(bagOfWords(train, test)).toBe(0.5);
  });

  const learners = Object.keys(LEARNS).filter((name) => LEARNS[name].tasks.includes(task));
  it.each(learners)('is learned by %s', async (name) => {
    const architecture = architectureNamed(name);
    const { config = {}, epochs = 12, rate = 0.01 } = LEARNS[name];
    const settings = JSON.parse(JSON.stringify({ dimension: 8, units: 16, ...config })) as Record<string, unknown>;
    const settled = architecture.configure(settings);
    const network = buildNetwork(architecture.plan(settled, 2), WORDS, {
      seed: 5,
      counted: architecture.count?.(settled, WORDS, 2, [], TOKENS) ?? new Map<string, Float32Array>(),
    });
    const [train, validation, test] = [800, 100, 300].map((count, i) => samplesOf(task, count, i + 1));
    const accuracy = () => share(predictAll(network, test).map(({ label }, i) => label === test[i].label));
    expect(accuracy()).toBeLessThan(0.7);
    const options = { ...FIT_DEFAULTS, batchSize: 32, learningRate: rate, epochs, patience: 0, clip: 1 };
    await fit({ network, train, validation, options, unknownId: 1 });
    expect(accuracy()).toBeGreaterThan(0.95);
    network.dispose();
  });
});

it('covers every architecture but the one on a bag of n-grams', () => {
  const others = ARCHITECTURES.filter(({ reads }) => reads !== 'ngrams').map(({ name }) => name);
  expect(Object.keys(LEARNS).sort()).toEqual(others.sort());
});
