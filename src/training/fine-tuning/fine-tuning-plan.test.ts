import { beforeAll, describe, expect, test } from 'vitest';
import type { FineTuningRequest, TrainingRow } from '../../shared/fine-tuning';
import type { Language } from '../../shared/languages';
import type { ModelCard } from '../../shared/model-card';
import { jiebaTable } from '../../text/testing';
import type { FineTuningEnvironment } from './environment';
import { planFineTuning } from './fine-tuning-plan';

const LABELS = ['negative', 'positive'];
const CARD = { labels: LABELS, architecture: 'bilstm-mlp', size: 1 };

let environment: Pick<FineTuningEnvironment, 'models' | 'dictionary'>;
beforeAll(async () => {
  const table = await jiebaTable();
  const card = (name: string) => Promise.resolve({ ...CARD, name, language: name as Language } as ModelCard);
  const models = { defaultFor: (language: Language) => Promise.resolve(language), card };
  environment = { models: models as FineTuningEnvironment['models'], dictionary: () => Promise.resolve(table) };
});

const row = (text: string, i: number): TrainingRow => ({ text, label: LABELS[i % 2] });
const english = (count: number) => Array.from({ length: count }, (_, i) => row(`The room number ${i} was clean`, i));
const chinese = (count: number) => Array.from({ length: count }, (_, i) => row(`第${i}个房间很干净`, i));
const check = async (rows: readonly TrainingRow[], more: Partial<FineTuningRequest> = {}) => {
  const request = { rows, source: 'a.csv', name: 'a', out: 'a', run: 'b', cores: 1, ...more };
  const { check: of } = await planFineTuning(request, environment);
  return of;
};
const from = (model: string): Partial<FineTuningRequest> => ({ start: { kind: 'model', model } });

describe('rows in two languages', () => {
  test('are of the language of most: the others are left out, and counted', async () => {
    const found = await check([...english(60), ...chinese(20)]);
    expect(found).toMatchObject({ language: 'en', rows: 60, obstacles: [] });
    expect(found.otherLanguage).toEqual(Array.from({ length: 20 }, (_, i) => 60 + i));
    expect(found.startsFrom).toBeUndefined();
    const other = await check([...english(20), ...chinese(60)]);
    expect(other).toMatchObject({ language: 'zh', rows: 60 });
    expect(other.otherLanguage).toHaveLength(20);
  });

  test('are of the language of the model that is chosen, where enough are', async () => {
    const rows = [...english(60), ...chinese(40)];
    expect(await check(rows, from('zh'))).toMatchObject({ language: 'zh', rows: 40, newOutput: false });
    expect((await check(rows, from('zh'))).otherLanguage).toHaveLength(60);
    expect(await check(rows, from('en'))).toMatchObject({ language: 'en', rows: 60 });
  });

  test('all of another language than the model are all learnt, with a warning', async () => {
    expect(await check(english(60), from('zh'))).toMatchObject({ language: 'en', startsFrom: 'zh', rows: 60, otherLanguage: [] }); // prettier-ignore
    // Too few to learn from are no reason to leave out all others.
    const few = await check([...english(60), ...chinese(5)], from('zh'));
    expect(few).toMatchObject({ language: 'en', startsFrom: 'zh', rows: 60 });
    expect(few.otherLanguage).toHaveLength(5);
  });

  test('bring no labels of rows that are left out', async () => {
    const own = english(60).map((each, i) => ({ ...each, label: i % 2 ? 'keep' : 'drop' }));
    const found = await check([...own, ...chinese(10).map((each) => ({ ...each, label: '其他' }))]);
    expect(found.labels).toEqual(['drop', 'keep']);
    expect(found.otherLanguage).toHaveLength(10);
  });
});
