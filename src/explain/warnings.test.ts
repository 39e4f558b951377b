import { expect, test } from 'vitest';
import { warningsFor } from './warnings';
import type { Warning } from '../shared/warning';

const messages = (warnings: readonly Warning[]) => warnings.map(({ message }) => message);

const clear = { negative: 0.1, positive: 0.9 };
const known = (yes: number, no: number) => [...Array<boolean>(yes).fill(true), ...Array<boolean>(no).fill(false)];

test('all is well: no warnings, up to 25 % unknown words and three times the length', () => {
  expect(warningsFor({ known: known(75, 25), trainedLength: 34, probabilities: clear })).toEqual([]);
});

test('many unknown words are counted', () => {
  const message = '38 % of the words are unknown to this model.';
  expect(warningsFor({ known: known(62, 38), probabilities: clear })).toEqual([
    { code: 'unknown-words', percent: 38, message },
  ]);
});

test('a text of unknown words only gets one warning', () => {
  const [warning, ...rest] = warningsFor({ known: known(0, 3), probabilities: clear });
  expect(warning.message).toMatch(/^No word of this text is in the model’s vocabulary/);
  expect(rest).toEqual([]);
});

test('a text far longer than those of the training', () => {
  const message = 'The text has 301 words; this model was trained on at most 100.';
  expect(warningsFor({ known: known(301, 0), trainedLength: 100, probabilities: clear })).toEqual([
    { code: 'longer-than-trained', words: 301, trained: 100, message },
  ]);
});

test('ties and near ties name both labels', () => {
  const of = (probabilities: Record<string, number>) => messages(warningsFor({ known: [true], probabilities }));
  expect(of({ negative: 0.2, neutral: 0.38, positive: 0.42 })).toEqual([
    'The prediction is a close call: positive 0.42, neutral 0.38.',
  ]);
  expect(of({ negative: 0.5, positive: 0.5 })).toEqual(['The prediction is a tie: negative 0.50, positive 0.50.']);
  expect(of({ negative: 0.47, positive: 0.53 })).toEqual([]);
});
