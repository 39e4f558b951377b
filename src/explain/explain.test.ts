import { beforeAll, describe, expect, test } from 'vitest';
import { loadWholeModel } from '../model/network/load-whole-model';
import type { Model } from '../model/model';
import { startTestBackend } from '../model/testing/backend';
import { TINY_EN, TINY_EN_THREE, TINY_ZH, tinyModel, type TinyModel } from '../model/testing/tiny-models';
import { segmentSpaced } from '../text/spaced';
import { explainText, type ExplainQuestion } from './explain';

beforeAll(startTestBackend);

async function loaded(tiny: TinyModel): Promise<Model> {
  const files = await tinyModel(tiny);
  return loadWholeModel(tiny.name, (file) => Promise.resolve(files.get(file)!));
}

const TEXT = 'The plot is thin, but I loved every minute of it.';
const explained = (model: Model, question: ExplainQuestion = {}) =>
  explainText(model, { text: TEXT, language: 'en', words: segmentSpaced(TEXT) }, question);

describe('one explanation', () => {
  test('has no figure of more than six digits', async () => {
    const figures: number[] = [];
    JSON.stringify(explained(await loaded(TINY_EN)), (_, value: unknown) => {
      if (typeof value === 'number') figures.push(value);
      return value;
    });
    expect(figures.length).toBeGreaterThan(30);
    for (const figure of figures) expect(Number(figure.toPrecision(6))).toBe(figure);
  });

  test('names the likeliest label, whichever target it is for', async () => {
    const model = await loaded(TINY_EN_THREE);
    for (const target of [undefined, 'negative', 'neutral', 'positive']) {
      const { label, probabilities, target: named } = explained(model, { target });
      expect(probabilities[label]).toBe(Math.max(...Object.values(probabilities)));
      expect(named).toBe(target ?? label);
      expect(Object.values(probabilities).reduce((a, b) => a + b)).toBeCloseTo(1, 5);
    }
  });

  test('is calibrated in its probabilities, not in its scores', async () => {
    const [plain, flat] = [await loaded(TINY_EN_THREE), await loaded({ ...TINY_EN_THREE, card: { temperature: 2 } })];
    const [before, after] = [explained(plain), explained(flat)];
    expect(after.words).toEqual(before.words);
    const odds = ({ probabilities: { positive, negative } }: typeof before) => Math.log(positive / negative);
    expect(odds(after)).toBeCloseTo(odds(before) / 2, 4);
  });

  test('carries what its model has: attention, or distances that fall to zero', async () => {
    const english = explained(await loaded(TINY_EN));
    expect(english.words.every(({ attention, distance }) => attention! > 0 && distance === undefined)).toBe(true);
    const words = Array.from('好不贵', (text, start) => ({ text, start, end: start + 1 }));
    const chinese = explainText(await loaded(TINY_ZH), { text: '好不贵', language: 'zh', words }, {});
    expect(chinese.words.at(-1)).toMatchObject({ distance: 0 });
    expect(chinese.words[0].score).toBeCloseTo(1 - chinese.words[0].distance!, 5);
  });
});

test('a wrong question is answered before anything is computed', async () => {
  const model = await loaded(TINY_EN);
  model.dispose();
  expect(() => explained(model, { target: 'great' })).toThrow('It has: negative, positive.');
  expect(() => explained(model, { method: 'state-distance' })).toThrow(
    'It offers: gradient-x-input, integrated-gradients',
  );
});
