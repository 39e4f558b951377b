import { describe, expect, it } from 'vitest';
import { ARCHITECTURES } from '../src/model/architectures/registry';
import type { ModelSummary } from '../src/shared/protocol/explainer';
import { editedText } from '../src/panel/wording/changes';
import { differingPhrases, sharedAccuracy, sharedPrediction } from '../src/panel/wording/models';
import { modelTitle } from '../src/panel/wording/names';
import { cameAndWent, movedPhrases, movedTable, onlyInEach } from '../src/panel/wording/moved';
import { sample } from './panel/samples';
import { stringsOf } from './panel/strings-of';
import { viewOf } from './panel/view-of';

const en = stringsOf('en');
const zh = stringsOf('zh-Hans');

const view = (words: Parameters<typeof sample>[0]['words'], positive: number) =>
  viewOf(
    sample({
      language: 'en',
      method: 'gradient-x-input',
      words,
      probabilities: { negative: 1 - positive, positive },
    }),
    { id: 0 },
  );
const before = view(['We', 'are', ['unable', -1.2], 'to', ['help', 0.6], ',', ['sorry', -0.4], '.'], 0.6);
const after = view(['We', 'are', ['happy', 2], 'to', ['help', 0.9], '.'], 0.9);
const pair = { before, after, label: 'positive', beforeTo: before, afterTo: after };

describe('what moved between two texts', () => {
  it('has each phrase once, by its change, and says in which text it stands', () => {
    const rows = movedPhrases(pair, en)!;
    expect(rows.map(({ text, stands }) => [text, stands])).toEqual(
      expect.arrayContaining([
        ['happy', 'after'],
        ['unable', 'before'],
        ['help', 'both'],
      ]),
    );
    const sizes = rows.map(({ change }) => Math.abs(change));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    for (const { before: was = 0, after: is = 0, change } of rows)
      expect(change).toBe(Math.round(is) - Math.round(was));
  });

  it('tells what went of a phrase of which a part stands in the other text', () => {
    const was = view(['is', ['excellent', 2], ['at', 0.01], ['keeping', 0.1], 'rain', 'in'], 0.9);
    const phrases = [{ start: 3, end: 23, score: 2.11 }];
    expect(was.explanation.text.slice(3, 23)).toBe('excellent at keeping');
    const one = viewOf({ ...was.explanation, phrases }, { id: 0 });
    const other = view(['is', ['hopeless', -2], 'at', ['keeping', 0.4], 'rain', 'in'], 0.2);
    const rows = movedPhrases({ before: one, after: other, label: 'positive', beforeTo: one, afterTo: other }, en)!;
    expect(rows.map(({ text, stands }) => [text, stands])).toEqual(
      expect.arrayContaining([
        ['hopeless', 'after'],
        ['excellent', 'before'],
      ]),
    );
    expect(cameAndWent(rows, en)).toBe('“hopeless” is new; “excellent” is gone.');
  });

  it('finds the words of a phrase that the other text cuts otherwise', () => {
    const phrased = { ...after.explanation, phrases: [{ start: 7, end: 20, score: 2.9 }] };
    expect(phrased.text.slice(7, 20)).toBe('happy to help');
    const one = viewOf(phrased, { id: 0 });
    const rows = movedPhrases({ ...pair, before: after, beforeTo: after, after: one, afterTo: one }, en)!;
    expect(rows.every(({ stands }) => stands === 'both')).toBe(true);
  });

  it('has the points that the explanation itself shows, though words at the ends of a phrase are not highlighted', () => {
    const [was, is] = [1, 3].map((score) => {
      const words = ['the', ['warm', score], ['welcome', 0.04], 'here', '.'] as const;
      const { explanation } = view(words, 1 / (1 + Math.exp(-score)));
      const phrases = [{ start: 0, end: 21, score: score + 0.04 }];
      return viewOf({ ...explanation, phrases, baseProbability: 0.5 }, { id: 0 });
    });
    const [row] = movedPhrases({ before: was, after: is, label: 'positive', beforeTo: was, afterTo: is }, en)!;
    expect(row.text).toBe('warm');
    expect(row.before).toBeCloseTo(was.phrases[0].points!);
    expect(row.after).toBeCloseTo(is.phrases[0].points!);
    const [differing] = differingPhrases([was, is].map((one) => ({ view: one, to: one })), en); // prettier-ignore
    expect(differing.points[0]).toBeCloseTo(was.phrases[0].points!);
    expect(differing.points[1]).toBeCloseTo(is.phrases[0].points!);
  });

  it('loses no words that stand in the other text as well, though in another phrase', () => {
    const was = view(['then', ['wait', -0.6], ['three', -0.6]], 0.3);
    const phrases = [{ start: 0, end: 15, score: -1.2 }];
    const is = view(['then', 'wait', ['three', -3]], 0.1);
    const one = viewOf({ ...was.explanation, phrases }, { id: 0 });
    const rows = movedPhrases({ before: one, after: is, label: 'positive', beforeTo: one, afterTo: is }, en)!;
    expect(rows.map(({ text, stands }) => [text, stands])).toContainEqual(['wait', 'both']);
    expect(rows.every(({ stands }) => stands === 'both')).toBe(true);
  });

  it('calls nothing gone that stands in the other text, however the phrases of both are cut and trimmed', () => {
    const was = view(['a', ['feeling', 0.4], 'that', 'a', ['face', 0.5], ['has', 0.3], ['already', 0.3]], 0.3);
    const is = view(['to', ['explain', 0.2], 'a', ['feeling', 0.9], 'that', 'a', ['face', 0.9], ['has', 0.2], ['already', 0.2]], 0.2); // prettier-ignore
    const phrased = (one: typeof was) => {
      const { text } = one.explanation;
      const score = one.explanation.words.reduce((sum, word) => sum + word.score, 0);
      return viewOf({ ...one.explanation, phrases: [{ start: 0, end: text.length, score }] }, { id: 0 });
    };
    const [one, other] = [was, is].map(phrased);
    const rows = movedPhrases({ before: one, after: other, label: 'positive', beforeTo: one, afterTo: other }, en)!;
    expect(rows.filter(({ stands }) => stands === 'before')).toEqual([]);
    expect(cameAndWent(rows, en) ?? '').not.toContain('gone');
  });

  it('is told in a sentence', () => {
    const rows = movedPhrases(pair, en)!;
    expect(onlyInEach(rows, ['pinned', 'now'], en)).toMatch(/^Only now: “happy”; only pinned: “unable”.*\.$/);
    expect(onlyInEach(rows, [zh.pinnedHead, zh.nowHead], zh)).toMatch(/^仅当前文本：“happy”；仅已固定文本：“unable”/);
    expect(onlyInEach([], ['pinned', 'now'], en)).toBeUndefined();
    expect(cameAndWent(rows, en)).toMatch(/^“happy” is new; “unable”.* (is|are) gone\.$/);
    expect(cameAndWent(rows, zh)).toMatch(/^“happy”是新增的；/);
    expect(cameAndWent([], en)).toBeUndefined();
    const [row] = movedTable(rows, ['before', 'after'], String, en).rows;
    expect(row).toHaveLength(4);
  });

  it('cannot be read where a model knows no such label', () => {
    expect(movedPhrases({ before, after, label: 'positive' }, en)).toBeUndefined();
  });
});

describe('models side by side', () => {
  const readings = [
    { view: before, to: before },
    { view: after, to: after },
  ];

  it('are counted by what they say', () => {
    expect(sharedPrediction(readings, en)).toBe('All 2 models say positive');
    const other = view(['bad'], 0.2);
    expect(sharedPrediction([...readings, { view: other }], en)).toBe('2 of 3 models say positive');
    expect(sharedPrediction([readings[0], { view: other }], en)).toBe('1 of 2 models says positive');
    expect(sharedPrediction([...readings, { view: other }], zh)).toBe('3 个模型中有 2 个预测为正面');
  });

  it('differ most about the phrase whose points are furthest apart', () => {
    const same = view(['We', 'are', ['unable', 1.5], 'to', ['help', 0.6], ',', ['sorry', -0.4], '.'], 0.6);
    const [first] = differingPhrases([readings[0], { view: same, to: same }, { view: same }], en);
    expect(first.text).toBe('unable');
    expect(first.points[0]).toBeLessThan(0);
    expect(first.points[1]).toBeGreaterThan(0);
    expect(first.points[2]).toBeUndefined();
  });

  it('differ about the words that are named, not about others of the same phrase', () => {
    const words = (scores: readonly number[]) =>
      ['the', 'jacket', 'is', 'hopeless'].map((word, at) => [word, scores[at]] as const);
    const [one, two] = [view(words([0, 0, 0, -3]), 0.1), view(words([0.3, 0.3, 0, -0.2]), 0.4)].map(({ explanation }) =>
      viewOf(explanation, { id: 0 }),
    );
    const whole = viewOf({ ...two.explanation, phrases: [{ start: 0, end: 22, score: 0.4 }] }, { id: 0 });
    const [first] = differingPhrases([one, whole].map((each) => ({ view: each, to: each })), en); // prettier-ignore
    expect(first.text).toContain('hopeless');
  });

  it('are called by their language or network, and those of one’s own by their names', () => {
    const titled = (name: string, architecture: string) =>
      modelTitle({ name, language: 'zh', architecture }, en) + modelTitle({ name, language: 'zh', architecture }, zh);
    expect(titled('zh', 'attention-bilstm')).toBe('Chinese中文');
    expect(titled('zh-ngram-mlp', 'ngram-mlp')).toBe('n-gram MLPn-gram MLP');
    expect(titled('zh-textcnn', 'lstm')).toBe('zh-textcnnzh-textcnn');
    for (const { name } of ARCHITECTURES) expect(en.architectures, name).toHaveProperty([name]);
    expect(titled('my-tickets', 'lstm')).toBe('my-ticketsmy-tickets');
  });

  it('have accuracies side by side only on the same texts', () => {
    const model = (name: string, data: string, n: number): ModelSummary => ({
      ...after.model!,
      name,
      measured: [{ data, n, accuracy: 0.9, macroF1: 0.9 }],
    });
    const films = 'Large Movie Review Dataset, 15,048 rows of the test half';
    const models = [
      model('a', `${films}, not used for model selection`, 15048),
      model('b', `${films}, not used for model selection`, 15048),
      model('c', 'weibo, held-out set', 851),
    ];
    expect(sharedAccuracy(models, en)).toEqual({ kind: 'film reviews', n: 15048, accuracy: { a: 0.9, b: 0.9 } });
    expect(sharedAccuracy(models.slice(1), en)).toBeUndefined();
  });
});

it('edits are made from the end, so that none moves another', () => {
  expect(
    editedText('not bad at all', [
      { start: 0, end: 4, newText: '' },
      { start: 8, end: 14, newText: '!' },
    ]),
  ).toBe('bad !');
});
