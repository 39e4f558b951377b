import { expect, test, vi } from 'vitest';
import { runToEnd } from '../chunked-work';
import { runForward, type Reader } from '../forward-result';
import { targetOf } from '../methods/target';
import { linearSubject } from '../testing/linear-subject';
import { DEFAULT_GAP } from './gap';
import { owenPhrases } from './owen';

const COUNT = 48;
const WEIGHTS = Array.from({ length: COUNT }, (_, word) => (word % 7) - 3);

/** Words of these weights; what they add up to is then changed. */
function phrasesOf(levels: readonly number[], logit: (sum: number) => number) {
  const linear = linearSubject(Object.fromEntries(WEIGHTS.map((weight, word) => [`w${word}`, weight])));
  const forward: Reader['forward'] = vi.fn((ids, mask) => {
    const pass = linear.forward(ids, mask);
    return { ...pass, logits: Float32Array.of(logit(pass.logits[0])) };
  });
  const reader = Object.create(linear, { forward: { value: forward }, runsWithoutTfjs: { value: true } }) as Reader;
  const [ids, mask] = [Int32Array.from(WEIGHTS, (_, word) => word + 1), new Float32Array(COUNT).fill(1)];
  const task = { reader, ids, mask, reading: runForward(reader, ids, mask), target: targetOf(1, 1) };
  const [without, whole] = [logit(0), logit(WEIGHTS.reduce((sum, weight) => sum + weight, 0))];
  const seams = { gaps: Array<number>(COUNT - 1).fill(DEFAULT_GAP), mask };
  const text = { from: 0, to: COUNT };
  const contexts = [{ before: [], behind: [], weight: 1, without, whole }];
  const phrases = runToEnd(owenPhrases(task, seams, text, levels, contexts));
  // The text itself was read before.
  return { phrases, whole: whole - without, read: vi.mocked(forward).mock.calls.length - 1 };
}

test.each([
  [[6], 62],
  [[2, 2, 2], 42],
  [[2, 2, 3], 58],
])('levels %j: each part is worth what its words weigh; %i texts are read', (levels, most) => {
  const { phrases, read } = phrasesOf(levels, (sum) => sum);
  expect(read).toBe(most);
  expect(phrases).toHaveLength(levels.reduce((product, units) => product * units, 1));
  for (const { from, to, value } of phrases)
    expect(value).toBeCloseTo(
      WEIGHTS.slice(from, to).reduce((sum, weight) => sum + weight, 0),
      5,
    );
});

test.each([[[6]], [[2, 2, 2]], [[2, 2, 3]]])(
  'levels %j: the values of what is not linear sum to the whole',
  (levels) => {
    const { phrases, whole } = phrasesOf(levels, (sum) => Math.tanh(sum / 3) + sum ** 2 / 50);
    expect(phrases.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(whole, 5);
  },
);
