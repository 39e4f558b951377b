import { expect, test } from 'vitest';
import type { Explanation } from '../../shared/explanation';
import { paintText, wantsColour } from './paint';
import { showExplanation, showPhrase } from './show-explanation';

const explanation: Explanation = {
  text: 'Not bad,  really',
  language: 'en',
  model: 'en-test',
  method: 'gradient-x-input',
  signed: true,
  target: 'positive',
  baseline: 'zero embedding',
  label: 'positive',
  probabilities: { negative: 0.2, positive: 0.8 },
  words: [
    { text: 'Not', start: 0, end: 3, score: 1, known: true },
    { text: 'bad', start: 4, end: 7, score: -0.5, known: true },
    { text: ',', start: 7, end: 8, score: 0.01, known: false },
    { text: 'really', start: 10, end: 16, score: 0.3, known: true },
  ],
  milliseconds: 1,
  warnings: [{ code: 'unknown-words', percent: 25, message: '25 % of the words are unknown to this model.' }],
};
// Built from a character code, because eslint allows no control characters in regular expressions.
const plain = (painted: string) => painted.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g'), '');

test('painting adds only colours, and words without a step get none', () => {
  const painted = paintText(explanation);
  expect(plain(painted)).toBe(explanation.text);
  expect(painted).toContain('\x1b[38;5;16;48;5;75mNot\x1b[0m \x1b[38;5;16;48;5;223;4mbad\x1b[0m,  ');
});

test('a score without direction is grey, whatever the predicted label', () => {
  const painted = paintText({ ...explanation, method: 'attention', signed: false });
  expect(painted).toContain('\x1b[38;5;16;48;5;246mNot\x1b[0m');
  expect(painted).not.toMatch(/48;5;(75|216)m/);
});

test('without colours every word has a line, in text order', () => {
  expect(showExplanation(explanation, false)).toBe(
    [
      'positive 0.80  (negative 0.20, positive 0.80; en-test; gradient-x-input, supports (+) or contradicts (-) positive)',
      'Note: 25 % of the words are unknown to this model.',
      '',
      '  +1.000 ▲ Not',
      '  -0.500 ▼ bad',
      '  +0.010   ,  (out of vocabulary)',
      '  +0.300 ▲ really',
      '',
    ].join('\n'),
  );
});

test('prints the sums over sentences and a phrase, and the contrast label', () => {
  const text = 'Not bad. Fine!';
  const words = ['Not', 'bad', '.', 'Fine', '!'].map((word, i) => {
    const start = text.indexOf(word);
    return { text: word, start, end: start + word.length, score: [1, -0.5, 0.25, 2, 0][i], known: true };
  });
  const shown = showExplanation({ ...explanation, text, words, against: 'negative' }, false);
  expect(shown).toContain('contradicts (-) positive, in contrast to negative');
  expect(shown).toMatch(/\n\nSentences:\n {2}\+0\.750 {3}Not bad\.\n {2}\+2\.000 {3}Fine!\n$/);
  expect(showPhrase({ ...explanation, text, words }, 'Not bad')).toBe('  +0.500   Not bad\n');
  expect(showPhrase({ ...explanation, text, words }, 'bad day')).toBeUndefined();
});

test('with colours the strongest words are below the text', () => {
  const lines = plain(showExplanation(explanation, true)).split('\n');
  expect(lines[3]).toBe('Not bad,  really');
  expect(lines.slice(5, 8).map((line) => line.slice(11))).toEqual(['Not', 'bad', 'really']);
});

test('NO_COLOR overrides a terminal and FORCE_COLOR', () => {
  expect(wantsColour({ isTTY: true }, {})).toBe(true);
  expect(wantsColour({}, {})).toBe(false);
  expect(wantsColour({}, { FORCE_COLOR: '1' })).toBe(true);
  expect(wantsColour({ isTTY: true }, { NO_COLOR: '1', FORCE_COLOR: '1' })).toBe(false);
});
