import { expect, test } from 'vitest';
import type { ReadOptions } from '../../records/reading';
import { withShownLabels } from './shown-labels';

const reading: ReadOptions = { fields: { text: 'review', label: 'stars' }, labels: { '3': 'positive' } };
const understood = { '1': 'negative', '3': 'positive', ' Good': 'positive' };

test('without a change of the overview, files are read as the run read them', () => {
  expect(withShownLabels(reading, understood, undefined)).toEqual(reading);
  expect(withShownLabels(reading, understood, {})).toEqual(reading);
});

test('labels mean what the overview shows; one without a meaning there is left out', () => {
  const shown = withShownLabels(reading, understood, { meaning: { '1': 'negative', ' Good': 'neutral' } });
  expect(shown.labels).toEqual({ '1': 'negative', '3': '', good: 'neutral' });
  expect(shown.fields).toEqual(reading.fields);
});

test('the column of labels is the one that was chosen there', () => {
  expect(withShownLabels(reading, understood, { labels: 'mood' }).fields).toEqual({ text: 'review', label: 'mood' });
});
