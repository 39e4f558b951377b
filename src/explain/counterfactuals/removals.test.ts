import { expect, test } from 'vitest';
import { STOP_WORDS as stopWords } from '../../text/en/stop-words';
import { segmentSpaced } from '../../text/spaced';
import { seededRandom } from '../../shared/random';
import { explanationWith, noStep } from '../testing/linear-explanation';
import { linearSubject } from '../testing/linear-subject';
import { applyEdit } from './edits';
import { fewestRemovals } from './removals';
import { Trial } from './trial';

const recut = (text: string) => Promise.resolve(segmentSpaced(text));

/** Searches a text of words with these weights; the words are named by letters. */
async function searched(values: readonly number[], bias = 0) {
  const letter = (i: number) => String.fromCharCode(97 + (i % 26));
  const names = values.map((_, i) => `w${letter(i)}${letter(Math.floor(i / 26))}${letter(Math.floor(i / 676))}`);
  const subject = linearSubject(Object.fromEntries(names.map((name, i) => [name, values[i]])), bias);
  const explanation = explanationWith(subject, names.join(' '), values);
  const trial = new Trial(subject, explanation, recut);
  const order = trial.read.sort((a, b) => values[b] - values[a]);
  return { subject, explanation, trial, ...(await fewestRemovals(trial, { order, stopWords }, noStep)) };
}

/** The smallest number of words without which the sum changes sides, by trying every subset. */
function byBruteForce(values: readonly number[], bias: number): number | undefined {
  const positive = (sum: number) => sum > 0;
  const whole = positive(values.reduce((a, b) => a + b, bias));
  let fewest: number | undefined;
  for (let gone = 1; gone < 2 ** values.length - 1; gone++) {
    const left = values.reduce((sum, value, i) => ((gone >> i) & 1 ? sum : sum + value), bias);
    const size = gone.toString(2).replaceAll('0', '').length;
    if (positive(left) !== whole) fewest = Math.min(fewest ?? size, size);
  }
  return fewest;
}

test('finds the fewest words, or that there are none, as trying every subset does', async () => {
  const random = seededRandom(7);
  const sizes = new Set<number | undefined>();
  for (let round = 0; round < 60; round++) {
    const values = Array.from(
      { length: 1 + Math.floor(random() * 8) },
      () => Math.round(40 * random() - 16) / 8 + 0.01,
    );
    const bias = round % 2 ? 0.3 : 0;
    const { found, proven } = await searched(values, bias);
    const fewest = byBruteForce(values, bias);
    sizes.add(fewest);
    expect(proven).toBe(true);
    expect(found[0]?.words.length).toBe(fewest);
  }
  expect([...sizes].sort()).toEqual(expect.arrayContaining([1, 2, 3, undefined]));
});

test('what is offered does what it says, the surest first', async () => {
  const { subject, explanation, found } = await searched([3, 1, 2.5, -2, 0.5, -1.6]);
  expect(found.length).toBeGreaterThan(1);
  for (const { edits, label, probabilities } of found) {
    const words = segmentSpaced(applyEdit(explanation.text, edits));
    const { ids, mask } = subject.encode(words);
    const p = 1 / (1 + Math.exp(-subject.forward(ids, mask).logits[0]));
    expect(label).toBe('negative');
    expect(probabilities.positive).toBeCloseTo(p, 5);
    expect(p).toBeLessThanOrEqual(0.5);
  }
  const sure = found.map(({ probabilities }) => probabilities.negative);
  expect(sure).toEqual([...sure].sort((a, b) => b - a));
});

test('a long text takes a search that is not proven, and what it finds has no word to spare', async () => {
  const values = Array.from({ length: 120 }, (_, i) => (i % 12 === 0 ? 1 : i % 3 === 0 ? -0.1 : 0.01));
  const { explanation, trial, found, proven } = await searched(values);
  expect(proven).toBe(false);
  expect(found.length).toBeGreaterThan(0);
  // 10 words of 1 against 30 of −0.1 and 80 of 0.01: 10 − 3 + 0.8 = 7.8, so 8 of the tens must go.
  expect(found[0].words).toHaveLength(8);
  for (const word of found[0].words) {
    const spared = await trial.removed(found[0].words.filter((other) => other !== word));
    expect(trial.flips(spared!.prediction)).toBe(false);
  }
  expect(explanation.words).toHaveLength(120);
});

test('a text of 2,000 words takes a bounded number of words, and an answer that few words could not give', async () => {
  const values = Array.from({ length: 2_000 }, (_, i) => (i % 2 ? 0.02 : -0.005));
  const { trial, found, proven } = await searched(values);
  expect(proven).toBe(false);
  expect(found).toHaveLength(1);
  expect(trial.cost).toBeLessThan(1_500_000);
  expect(found[0].words.length).toBeGreaterThan(700);
});

test('a prediction that nothing flips is said, proven for a short text and not for a long one', async () => {
  expect(await searched([1, 1, 1])).toMatchObject({ found: [], proven: true, tried: 6 });
  expect(await searched(Array.from({ length: 120 }, () => 1))).toMatchObject({ found: [], proven: false });
});

test('a text of one word has nothing to remove', async () => {
  expect(await searched([1])).toMatchObject({ found: [], proven: true, tried: 0 });
});

test('words that grow together when another goes are read as what they have become', async () => {
  const subject = linearSubject({ 很: 1, 好: 1, 不: 0, 看: 0, 好看: -5 });
  const cut = (text: string) =>
    Promise.resolve(
      Array.from(text.matchAll(/好看|[很好不看]/gu), ({ 0: text, index }) => ({
        text,
        start: index,
        end: index + text.length,
      })),
    );
  const text = '很好不看';
  const words = (await cut(text)).map((word) => ({ ...word, score: 0, known: true }));
  const explanation = { ...explanationWith(subject, '很', [0]), text, words };
  const trial = new Trial(subject, explanation, cut);
  expect(trial.flips(trial.without([2])!)).toBe(false);
  const { found, proven } = await fewestRemovals(trial, { order: trial.read, stopWords }, noStep);
  expect(proven).toBe(true);
  expect(found).toMatchObject([{ words: [2], edits: [{ start: 2, end: 3, newText: '' }], label: 'negative' }]);
});
