import { expect, test } from 'vitest';
import { normal, seededRandom } from '../../shared/random';
import { labelNext, type Candidate } from './label-next';

/** Texts around four directions; the first two are those that the model is unsure of. */
function textsOf(count: number): Candidate[] {
  const random = seededRandom(3);
  return Array.from({ length: count }, (_, i) => {
    const kind = i % 4;
    const state = Array.from({ length: 8 }, (_, k) => Number(k === kind) + 0.05 * normal(random));
    return { probabilities: kind < 2 ? [0.5, 0.45, 0.05] : [0.9, 0.05, 0.05], state };
  });
}

test('one text of each kind that the model is unsure of comes before all others, and no text comes twice', () => {
  const texts = textsOf(600);
  const [first, second] = labelNext(texts, 2);
  expect([first % 4, second % 4].sort()).toEqual([0, 1]);
  const all = labelNext(texts, 1_000);
  expect([...all].sort((a, b) => a - b)).toEqual(texts.map((_, i) => i));
});

test('a typical text is taken, not an odd one', () => {
  // The last lies apart from its kind, and is as unsure as they are.
  const around = Array.from({ length: 9 }, (_, i) => [1, 0.1 * (i - 4)]);
  const texts = [...around, [0.2, 1]].map((state) => ({ probabilities: [0.5, 0.5], state }));
  expect([3, 4, 5]).toContain(labelNext(texts, 1)[0]);
});

test('the margin of the two likeliest labels counts, however many others there are', () => {
  const unsure = { probabilities: [0.48, 0.47, 0.05, 0], state: [1, 0] };
  // Of larger entropy.
  const flat = { probabilities: [0.55, 0.15, 0.15, 0.15], state: [0, 1] };
  const texts = [...new Array<Candidate>(80).fill(flat), ...new Array<Candidate>(250).fill(unsure)];
  expect(labelNext(texts, 1)[0]).toBeGreaterThanOrEqual(80);
});

test('the same texts give the same order; copies, no vectors and no texts are no trouble', () => {
  const texts = textsOf(300);
  expect(labelNext(texts, 120)).toEqual(labelNext(texts, 120));
  expect(new Set(labelNext(texts, 120)).size).toBe(120);
  const copies = new Array<Candidate>(70).fill({ probabilities: [0.5, 0.5], state: [0, 0] });
  expect(labelNext(copies, 60)).toHaveLength(60);
  expect(labelNext([{ probabilities: [1], state: [] }], 5)).toEqual([0]);
  expect(labelNext([], 5)).toEqual([]);
});
