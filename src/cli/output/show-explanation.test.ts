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
// eslint's control character rule does not hold for what a terminal reads.
const plain = (painted: string) => painted.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g'), '');

test('painting changes nothing but the colours, and words without a step have none', () => {
  const painted = paintText(explanation);
  expect(plain(painted)).toBe(explanation.text);
  expect(painted).toContain('\x1b[38;5;16;48;5;75mNot\x1b[0m \x1b[38;5;16;48;5;216;4mbad\x1b[0m,  ');
});

test('a saliency is grey, whichever label won', () => {
  const painted = paintText({ ...explanation, method: 'attention', signed: false });
  expect(painted).toContain('\x1b[38;5;16;48;5;246mNot\x1b[0m');
  expect(painted).not.toMatch(/48;5;(75|216)m/);
});

test('without colours every word has its line, in text order', () => {
  expect(showExplanation(explanation, false)).toBe(
    [
      'positive 0.80  (negative 0.20, positive 0.80; en-test; gradient-x-input, for (+) or against (-) positive)',
      'Note: 25 % of the words are unknown to this model.',
      '',
      '  +1.000 ▲ Not',
      '  -0.500 ▼ bad',
      '  +0.010   ,  (unknown)',
      '  +0.300 ▲ really',
      '',
    ].join('\n'),
  );
});

test('what sentences and a phrase are worth, and which label rather than which', () => {
  const text = 'Not bad. Fine!';
  const words = ['Not', 'bad', '.', 'Fine', '!'].map((word, i) => {
    const start = text.indexOf(word);
    return { text: word, start, end: start + word.length, score: [1, -0.5, 0.25, 2, 0][i], known: true };
  });
  const shown = showExplanation({ ...explanation, text, words, against: 'negative' }, false);
  expect(shown).toContain('against (-) positive rather than negative');
  expect(shown).toMatch(/\n\nSentences:\n {2}\+0\.750 {3}Not bad\.\n {2}\+2\.000 {3}Fine!\n$/);
  expect(showPhrase({ ...explanation, text, words }, 'Not bad')).toBe('  +0.500   Not bad\n');
  expect(showPhrase({ ...explanation, text, words }, 'bad day')).toBeUndefined();
});

test('with colours the strongest words stand below the text', () => {
  const lines = plain(showExplanation(explanation, true)).split('\n');
  expect(lines[3]).toBe('Not bad,  really');
  expect(lines.slice(5, 8).map((line) => line.slice(11))).toEqual(['Not', 'bad', 'really']);
});

test('NO_COLOR wins over a terminal and over FORCE_COLOR', () => {
  expect(wantsColour({ isTTY: true }, {})).toBe(true);
  expect(wantsColour({}, {})).toBe(false);
  expect(wantsColour({}, { FORCE_COLOR: '1' })).toBe(true);
  expect(wantsColour({ isTTY: true }, { NO_COLOR: '1', FORCE_COLOR: '1' })).toBe(false);
});
