import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { SAMPLES } from '../../../test/panel/samples';
import type { Explanation } from '../../shared/explanation';
import { wordsCsv } from './words-csv';

/** As another program reads it. */
const rowsOf = (explanation: Explanation) =>
  parse<Record<string, string>>(wordsCsv(explanation), { bom: true, columns: true });

test('a row a word, with every figure to the last digit', () => {
  const explanation = SAMPLES.film;
  const rows = rowsOf(explanation);
  expect(rows.map(({ word }) => word)).toEqual(explanation.words.map(({ text }) => text));
  expect(rows.map(({ score }) => Number(score))).toEqual(explanation.words.map(({ score }) => score));
  expect(rows.map(({ attention }) => Number(attention))).toEqual(explanation.words.map(({ attention }) => attention));
  for (const { word, start, end } of rows) expect(explanation.text.slice(Number(start), Number(end))).toBe(word);
  const strongest = rows.find(({ rank }) => rank === '1')!;
  expect([strongest.word, strongest.direction]).toEqual(['wonderful', 'for']);
  expect(rows.find(({ word }) => word === 'drags')!.direction).toBe('against');
  expect(new Set(rows.map(({ method, target, model }) => `${method} ${target} ${model}`))).toEqual(
    new Set(['gradient-x-input positive en-sample']),
  );
});

test('a saliency has no direction; what a model lacks has no column', () => {
  const rows = rowsOf(SAMPLES.kettle);
  expect(new Set(rows.map(({ direction }) => direction))).toEqual(new Set(['']));
  expect(Object.keys(rows[0])).toContain('distance');
  expect(Object.keys(rows[0])).not.toContain('attention');
});

test.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '＝1', '\tx', 'a"b', 'a,b', 'a\nb'])('no word runs: %j', (word) => {
  const explanation = { ...SAMPLES.one, words: [{ ...SAMPLES.one.words[0], text: word, score: -0.25 }] };
  const [row] = rowsOf(explanation);
  expect(row.word).toBe(/^[=+\-@＝\t]/.test(word) ? `'${word}` : word);
  expect(row.score).toBe('-0.25');
});
