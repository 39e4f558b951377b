import { describe, expect, test } from 'vitest';
import { explorationText } from './exploration-text';
import { explore } from './explore';
import { LENGTH_CLASSES, lengthClassName, lengthClassOf, lengthsOf } from './lengths';

const TRAIN = [
  { text: 'The soup was wonderful and the bread was wonderful too', label: 'positive', place: 'Rome' },
  { text: 'Cold soup.', label: 'negative', place: 'Oslo' },
  { text: 'cold soup', label: 'positive', place: null },
  { text: 'Bread', label: 'neutral', place: 'Rome' },
  { text: '  ', label: 'neutral', place: 'Rome' },
  { text: 'The waiter never came back with our bread', label: 'negative', place: '' },
  { text: 'The waiter never came back with our bread', label: 'negative', place: 'Bern' },
  'no record',
];
const TEST = [
  { text: 'COLD SOUP!', label: 'negative' },
  { text: 'Wonderful bread', label: 'positive' },
];
const noDictionary = () => Promise.reject<Uint8Array>(new Error('English needs none'));
const fields = { text: 'text', label: 'label' };
const explored = await explore({
  train: { name: 'meals', records: TRAIN },
  test: { name: 'later meals', records: TEST },
  fields,
  language: 'en',
  dictionary: noDictionary,
});
const [train, later] = explored.splits;

describe('an exploration counts', () => {
  test('rows and columns with missing values', () => {
    expect(train).toMatchObject({ rows: 8, texts: 6 });
    expect(train.missing).toEqual({
      rows: 4,
      columns: [
        { column: 'text', missing: 2 },
        { column: 'label', missing: 1 },
        { column: 'place', missing: 3 },
      ],
    });
    expect(later.missing).toEqual({ rows: 0, columns: [] });
  });

  test('labels, from bad to good', () => {
    expect(train.labels).toEqual([
      { label: 'negative', count: 3, share: 0.5 },
      { label: 'neutral', count: 1, share: 1 / 6 },
      { label: 'positive', count: 2, share: 1 / 3 },
    ]);
  });

  test('lengths', () => {
    // 10, 3 (with the full stop), 2, 1, 8, 8 words
    const mean = 32 / 6;
    expect(train.lengths).toMatchObject({ median: 5.5, shortest: 1, longest: 10 });
    expect(train.lengths.mean).toBeCloseTo(mean, 12);
    expect(train.lengths.variance).toBeCloseTo((100 + 9 + 4 + 1 + 64 + 64) / 6 - mean ** 2, 10);
    expect(train.lengths.classes).toEqual([3, 3, 0, 0, 0, 0, 0, 0, 0]);
  });

  test('words, their frequencies, and the frequent content words', () => {
    const { words, different, frequent, over } = train.frequencies;
    expect(words).toBe(32);
    expect(frequent[0]).toEqual({ word: 'bread', count: 4 });
    expect(frequent.map(({ word }) => word)).not.toContain('the');
    expect(frequent.map(({ word }) => word)).not.toContain('.');
    expect(over[0]).toEqual({ atLeast: 1, different, share: 1 });
    // the (4), bread (4) and soup (3) occur three times or more
    expect(over[2]).toEqual({ atLeast: 3, different: 3, share: 11 / 32 });
  });

  test('copies within and across splits, whatever their case and punctuation', () => {
    expect(train.duplicates).toEqual({ texts: 2, rows: 2, contradicting: 1 });
    expect(later.duplicates).toEqual({ texts: 0, rows: 0, contradicting: 0 });
    expect(explored.shared).toEqual({ texts: 1, trainRows: 2, testRows: 1, contradicting: 1 });
  });

  test('whether length depends on split or label', () => {
    const [bySplit, byLabel] = explored.independence;
    expect(bySplit).toMatchObject({
      of: 'length and split',
      classes: ['0–5', '6–10'],
      columns: ['meals', 'later meals'],
      observed: [
        [3, 2],
        [3, 0],
      ],
      degreesOfFreedom: 1,
    });
    expect(byLabel).toMatchObject({ of: 'length and label', columns: ['negative', 'neutral', 'positive'] });
    expect(byLabel.observed).toEqual([
      [1, 1, 1],
      [2, 0, 1],
    ]);
  });

  test('and suggests an architecture', () => {
    expect(explored.choice).toMatchObject({ architecture: 'ngram-mlp', samples: 6, medianWords: 5.5 });
  });
});

test('an exploration can be read', () => {
  const text = explorationText(explored);
  for (const line of [
    'meals: 8 rows, 6 with a text',
    '  place: 3',
    '  negative: 3 (50.00 %)',
    '  0–5      3',
    '  1 texts: 2 training rows, 1 test rows; 1 with different labels',
    'Suggested architecture: ngram-mlp',
  ]) {
    expect(text.split('\n')).toContain(line);
  }
  expect(text).toMatch(/χ² = \d+\.\d\d, critical value 3\.84 at 5\.00 %, 1 degrees of freedom, p = 0\.\d{4}: no sign/);
});

test('a file with only broken records can be explored', async () => {
  const nothing = await explore({
    train: { name: 'x', records: [1, null, {}] },
    fields,
    language: 'en',
    dictionary: noDictionary,
  });
  expect(nothing.splits[0]).toMatchObject({ rows: 3, texts: 0, labels: [] });
  expect(nothing.independence).toEqual([]);
  expect(explorationText(nothing)).toContain('x: 3 rows, 0 with a text');
});

test('classes of lengths have no gaps between them', () => {
  expect(lengthClassOf(0)).toBe(0);
  LENGTH_CLASSES.forEach((from, i) => expect(lengthClassOf(from)).toBe(i));
  expect(lengthClassOf(1e6)).toBe(LENGTH_CLASSES.length - 1);
  expect(lengthClassName(0)).toBe('0–5');
  expect(lengthClassName(LENGTH_CLASSES.length - 1)).toBe('641+');
  expect(lengthsOf([]).median).toBe(0);
});
