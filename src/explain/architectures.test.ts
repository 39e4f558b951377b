import { beforeAll, describe, expect, test } from 'vitest';
import { ARCHITECTURES } from '../model/architectures/registry';
import { loadWholeModel } from '../model/network/load-whole-model';
import type { Model } from '../model/model';
import type { ModelCard } from '../shared/model-card';
import { startTestBackend } from '../model/testing/backend';
import { TINY_CONFIGURATIONS } from '../model/testing/tiny-configurations';
import { TINY_EN, tinyModel } from '../model/testing/tiny-models';
import { segmentSpaced } from '../text/spaced';
import { explainText } from './explain';
import { methodsOf, traitsOf } from './methods/methods';

// Every architecture through every method that it offers, as files on disk and back.

beforeAll(startTestBackend);

const TEXT = 'The plot is thin, but I loved every minute of it.';
const FIVE = ['very negative', 'negative', 'neutral', 'positive', 'very positive'];

async function loaded(architecture: string, labels: readonly string[], card: Partial<ModelCard> = {}): Promise<Model> {
  const config = TINY_CONFIGURATIONS[architecture];
  const files = await tinyModel({ ...TINY_EN, name: 'tiny', architecture, labels, config, card });
  return loadWholeModel('tiny', (file) => Promise.resolve(files.get(file)!));
}

describe.each(ARCHITECTURES.map((architecture) => [architecture.name, architecture] as const))('%s', (name, of) => {
  const words = segmentSpaced(TEXT);
  const explained = (model: Model, method: string, target?: string) =>
    explainText(model, { text: TEXT, language: 'en', words }, { method, target });

  test.each([[['negative', 'positive']], [FIVE]])(
    'explains by every method that it offers, for the labels %j',
    async (labels) => {
      const model = await loaded(name, labels);
      const methods = methodsOf(traitsOf(of));
      expect(methods.includes('attention')).toBe(of.attends);
      expect(methods.length).toBeGreaterThan(0);
      expect(methods.includes('state-distance')).toBe(of.reads === 'last-states');
      for (const method of methods) {
        const { words: scored, probabilities, target } = explained(model, method, labels.at(-1));
        expect(target).toBe(labels.at(-1));
        expect(Object.keys(probabilities)).toEqual(labels);
        expect(Object.values(probabilities).reduce((a, b) => a + b)).toBeCloseTo(1, 5);
        expect(scored).toHaveLength(words.length);
        expect(scored.every(({ score }) => Number.isFinite(score))).toBe(true);
        expect([method, scored.some(({ score }) => score !== 0)]).toEqual([method, true]);
        expect(scored.every(({ attention }) => (attention !== undefined) === of.attends)).toBe(true);
      }
      model.dispose();
    },
  );

  test('words that its standardisation or its window leaves out keep their place, and score exactly 0', async () => {
    const model = await loaded(name, ['negative', 'positive'], {
      standardisation: 'bare-no-stop-words',
      window: { words: 3, cut: 'last' },
    });
    const { mask } = model.encode(words);
    expect(words.filter((_, at) => mask[at]).map(({ text }) => text)).toEqual(['but', 'loved', 'minute']);
    for (const method of methodsOf(traitsOf(of))) {
      for (const [at, { text, score, known }] of explained(model, method).words.entries()) {
        if (!mask[at]) expect([text, Math.abs(score)]).toEqual([text, 0]);
        // A comma that is left out is no unknown word.
        if (text === ',') expect(known).toBe(true);
      }
    }
    model.dispose();
  });
});
