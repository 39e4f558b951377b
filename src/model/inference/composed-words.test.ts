import { expect, test } from 'vitest';
import { wordVectors } from '../../kernels/testing/word-vectors';
import { ComposedWords } from './composed-words';

const parts = wordVectors(
  Float32Array.from({ length: 256 }, (_, i) => Math.sin(i)),
  2,
);
const vectorOf = (composed: ComposedWords, id: number): number[] => {
  const target = new Float32Array(2);
  composed.read(id, target);
  return [...target];
};
/** Words of letters alone, all different. */
const word = (i: number): string => `w${Array.from(String(i), (digit) => 'abcdefghij'[Number(digit)]).join('')}x`;

test('ids of the last 65,536 words stay true; who keeps rows by id is told before ids are given again', () => {
  let forgotten = 0;
  const composed = new ComposedWords(10, parts, () => forgotten++);
  const first = composed.idOf(word(0))!;
  expect(first).toBe(10);
  expect(composed.idOf(word(0))).toBe(first);
  const vector = vectorOf(composed, first);
  for (let i = 1; i < 2 ** 16; i++) composed.idOf(word(i));
  expect(forgotten).toBe(0);
  // The second half begins: ids of the first are still true.
  const other = composed.idOf(word(100_000))!;
  expect([forgotten, other]).toEqual([1, 10 + 2 ** 16]);
  expect(vectorOf(composed, first)).toEqual(vector);
  expect(vectorOf(composed, composed.idOf(word(0))!)).toEqual(vector);
});

test('what cannot be read has no id', () => {
  const composed = new ComposedWords(10, parts, () => undefined);
  for (const token of ['123', '!!', '👍', 'щука']) expect(composed.idOf(token)).toBeUndefined();
});
