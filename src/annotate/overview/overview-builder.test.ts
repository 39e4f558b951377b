import { describe, expect, test } from 'vitest';
import type { Explanation } from '../../shared/explanation';
import { FilteredRows } from './filter';
import type { RowFilter } from '../../shared/overview';
import { meaningOf } from './given-labels';
import { LengthCounter } from './lengths';
import { OverviewBuilder } from './overview-builder';
import type { SavedRow } from './saved-rows';
import { Top } from './top';

const LABELS = ['negative', 'neutral', 'positive'];

/** A row of our own making: words with scores, and the probability of each label. */
function row(
  n: number,
  words: readonly (readonly [string, number])[],
  chances: readonly number[],
  more = {},
): SavedRow {
  let text = '';
  const said = words.map(([word, score]) => {
    const start = text.length + (text === '' ? 0 : 1);
    text += `${text === '' ? '' : ' '}${word}`;
    return { text: word, start, end: start + word.length, score, known: true };
  });
  const label = LABELS[chances.indexOf(Math.max(...chances))];
  const probabilities = Object.fromEntries(LABELS.map((name, i) => [name, chances[i]]));
  const about = { method: 'gradient-x-input', signed: true, baseline: 'empty text', milliseconds: 0 } as const;
  const explanation: Explanation = {
    ...{ text, language: 'en', model: 'en', target: label, label, probabilities, words: said, warnings: [], ...about },
  };
  return { row: n, line: n, ...explanation, ...more };
}

const good = (n: number, given?: string, sure = 0.9) =>
  row(n, [['It', 0], ['is', 0.1], ['Lovely', 2], ['not', -1]], [0.02, 0.98 - sure, sure], given === undefined ? {} : { given }); // prettier-ignore
const bad = (n: number, given?: string) =>
  row(n, [['so', 0.1], ['dull', 1], ['today', 0.4], ['lovely', -0.3]], [0.8, 0.15, 0.05], given === undefined ? {} : { given }); // prettier-ignore
const tied = (n: number) =>
  row(
    n,
    [
      ['so', 0.2],
      ['what', 0.21],
      ['now', 0.2],
      ['then', 0.2],
    ],
    [0.41, 0.39, 0.2],
  );

const overviewOf = (rows: readonly SavedRow[]) => {
  const overviewer = new OverviewBuilder();
  rows.forEach((one) => overviewer.add(one));
  return overviewer.value();
};

describe('an overview', () => {
  test('counts verdicts, errors and the words that decided, for and against, with where they stand', () => {
    const damaged = { row: 4, line: 9, error: 'Line 9: There is no text.' };
    const found = overviewOf([good(1), good(2), bad(3), damaged]);
    expect([found.rows, found.errors, found.damaged]).toEqual([4, 1, [damaged]]);
    expect(found.labels.map(({ label, tone, rows }) => [label, tone, rows])).toEqual([
      ['negative', 'negative', 1],
      ['neutral', 'neutral', 0],
      ['positive', 'positive', 2],
    ]);
    const [negative, , positive] = found.words;
    expect(positive.for.map(({ word, rows }) => [word, rows])).toEqual([['lovely', 2]]);
    expect(positive.against.map(({ word, rows }) => [word, rows])).toEqual([['not', 2]]);
    expect(positive.for[0].contexts[0]).toEqual({ row: 1, before: 'It is ', word: 'Lovely', after: ' not' });
    expect(negative.against.map(({ word }) => word)).toEqual(['lovely']);
    expect(found.agreement).toBeUndefined();
  });

  test("sets the file's own labels against the verdicts; precision, recall and F1 by hand", () => {
    const found = overviewOf([
      good(1, 'pos'),
      good(2, 'pos'),
      good(3, 'neg'),
      bad(4, 'neg'),
      bad(5, 'neg'),
      bad(6, 'apple'),
    ]);
    const { agreement } = found;
    expect(agreement?.matrix).toEqual([[2, 0, 1], [0, 0, 0], [0, 0, 2]]); // prettier-ignore
    expect(agreement?.accuracy).toBeCloseTo(4 / 5);
    // negative: precision 1, recall 2/3, F1 4/5; positive: precision 2/3, recall 1, F1 4/5; nobody says neutral.
    expect(agreement?.macroF1).toBeCloseTo(0.8);
    expect(agreement?.each[1]).toEqual({ label: 'neutral' });
    expect(agreement?.unknown).toEqual([{ given: 'apple', rows: 1 }]);
    expect(agreement?.meaning).toEqual({ pos: 'positive', neg: 'negative' });
    expect(found.labels.map(({ given }) => given)).toEqual([3, 0, 2]);
  });

  test('lists the surest disagreements first, then near ties, then what one word decided', () => {
    const found = overviewOf([tied(1), good(2, 'neg', 0.7), good(3, 'neg', 0.95), good(4, 'pos')]);
    expect(found.review.map(({ row: n, reasons }) => [n, ...reasons])).toEqual([
      [3, 'wrong', 'one-word'],
      [2, 'wrong', 'one-word'],
      [1, 'tie'],
      [4, 'one-word'],
    ]);
    expect(found.reasons).toEqual({ wrong: 2, tie: 1, unsure: 0, unfaithful: 0, 'one-word': 3 });
  });

  test('an explanation whose words matter less than random ones is unfaithful', () => {
    const half = { comprehensiveness: 0.1, sufficiency: 0.1 };
    const random = { comprehensiveness: 0.2, sufficiency: 0.1, orders: 30, standardError: half };
    const faithful = { ...half, comprehensiveness: 0.4, random };
    const rows = [good(1), { ...good(2), faithfulness: { ...half, random } }, { ...good(3), faithfulness: faithful }];
    expect(overviewOf(rows as SavedRow[])).toMatchObject({ measured: 2, reasons: { unfaithful: 1 } });
    expect(overviewOf([good(1)]).measured).toBe(0);
  });

  test('has categories only where there are some, and not one for each row', () => {
    const grouped = [good(1), bad(2), bad(3)].map((one, i) => ({ ...one, group: i < 2 ? 'film' : 'food' }));
    expect(overviewOf(grouped).groups).toEqual([
      { group: 'film', rows: 2, byLabel: [1, 0, 1] },
      { group: 'food', rows: 1, byLabel: [1, 0, 0] },
    ]);
    const each = Array.from({ length: 300 }, (_, i) => ({ ...good(i + 1), group: `person ${i}` }));
    expect(overviewOf(each).groups).toBeUndefined();
    expect(overviewOf(each.map((one, i) => ({ ...one, given: `rating ${i}` }))).strangeLabels).toHaveLength(12);
  });

  test('of a long text shows what stands around the word that decided', () => {
    const words = Array.from({ length: 400 }, (_, i): [string, number] => [`word${i}`, i === 300 ? 2 : 0.01]);
    const [first] = overviewOf([row(1, words, [0.34, 0.32, 0.34])]).review;
    expect(first.text.length).toBeLessThanOrEqual(480);
    expect(first.cut).toEqual({ before: true, after: true });
    expect(first.marks.map(({ start, end }) => first.text.slice(start, end))).toEqual(['word300']);
  });
});

test.each([
  [['0', '1'], { 0: 'negative', 1: 'positive' }],
  [['-1', '0', '1'], { '-1': 'negative', 0: 'neutral', 1: 'positive' }],
  [['1', '2', '3', '4', '5'], { 1: 'negative', 2: 'negative', 3: 'neutral', 4: 'positive', 5: 'positive' }],
  [['差评', '好评', '中性'], { 差评: 'negative', 好评: 'positive', 中性: 'neutral' }],
  [['Negative', 'apple'], { Negative: 'negative', apple: undefined }],
  [['3.5', '2'], { '3.5': undefined, 2: undefined }],
])('the labels %j mean %j', (given, meaning) => {
  expect(Object.fromEntries(meaningOf(given, LABELS))).toEqual(meaning);
});

test('degrees are kept where the models have them', () => {
  const meaning = meaningOf(['1', '5'], ['very negative', ...LABELS, 'very positive']);
  expect([...meaning.values()]).toEqual(['very negative', 'very positive']);
});

test('filters let through what they say, and count beyond what they list', () => {
  const rows = [...Array.from({ length: 250 }, (_, i) => good(i + 1, 'neg')), bad(251, 'pos')];
  const filtered = (filter: RowFilter) => {
    const found = new FilteredRows(filter);
    rows.forEach((one) => found.add(one));
    const { rows: count, shown } = found.value();
    return [count, shown.length, shown[0]?.row];
  };
  expect(filtered({ label: 'positive', given: ['neg'] })).toEqual([250, 200, 1]);
  expect(filtered({ word: 'lovely', side: 'against' })).toEqual([1, 1, 251]);
  expect(filtered({ word: 'lovely', label: 'negative' })).toEqual([0, 0, undefined]);
  expect(filtered({ reason: 'tie' })).toEqual([0, 0, undefined]);
});

test('the top keeps the highest, the first of equals', () => {
  const top = new Top<number>(3);
  const values = Array.from({ length: 1_000 }, (_, i) => (i * 7919) % 101);
  values.forEach((value, i) => top.add(value, () => i));
  const order = values.map((value, i) => ({ value, i })).sort((a, b) => b.value - a.value || a.i - b.i);
  expect(top.items()).toEqual(order.slice(0, 3).map(({ i }) => i));
});

test('lengths: a bin has its lower bound, the last one is open, the median is exact', () => {
  const counter = new LengthCounter();
  const lengths = [...Array.from({ length: 98 }, (_, i) => i), 500, 9];
  lengths.forEach((length) => counter.add(length));
  const { bin, counts, median, longest } = counter.value('words');
  expect([bin, longest, counts.length]).toEqual([10, 500, 11]);
  expect(counts).toEqual([11, 10, 10, 10, 10, 10, 10, 10, 10, 8, 1]);
  const sorted = lengths.sort((a, b) => a - b);
  expect(median).toBe((sorted[49] + sorted[50]) / 2);
});
