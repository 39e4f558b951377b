import { expect, it } from 'vitest';
import { labelsOf } from './labels';
import type { Row } from './row';

const rows = (...labels: string[]): Row[] => labels.map((label) => ({ text: 'a', label, fields: {} }));

it('puts labels from bad to good: by name, by number, else as they are spelt', () => {
  expect(labelsOf(rows('positive', 'negative', 'positive'))).toEqual(['negative', 'positive']);
  const degrees = ['very negative', 'negative', 'neutral', 'positive', 'very positive'];
  expect(labelsOf(rows(...[...degrees].reverse()))).toEqual(degrees);
  expect(labelsOf(rows('10', '-1', '9'))).toEqual(['-1', '9', '10']);
  expect(labelsOf(rows('sad', 'glad'))).toEqual(['glad', 'sad']);
  expect(() => labelsOf([])).toThrow(/there are no rows/);
});
