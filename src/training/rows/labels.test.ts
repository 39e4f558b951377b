import { expect, it } from 'vitest';
import { labelsInRows } from './labels';
import type { Row } from './row';

const rows = (...labels: string[]): Row[] => labels.map((label) => ({ text: 'a', label, fields: {} }));

it('puts labels from bad to good: by name, by number, else as they are spelt', () => {
  expect(labelsInRows(rows('positive', 'negative', 'positive'))).toEqual(['negative', 'positive']);
  const degrees = ['very negative', 'negative', 'neutral', 'positive', 'very positive'];
  expect(labelsInRows(rows(...[...degrees].reverse()))).toEqual(degrees);
  expect(labelsInRows(rows('10', '-1', '9'))).toEqual(['-1', '9', '10']);
  expect(labelsInRows(rows('sad', 'glad'))).toEqual(['glad', 'sad']);
  expect(() => labelsInRows([])).toThrow(/there are no rows/);
});
