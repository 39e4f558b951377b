import fc from 'fast-check';
import { expect, test } from 'vitest';
import { align } from './align';

const shown = (before: string, after: string) =>
  align(before.split(' '), after.split(' '))
    .map(({ before: b, after: a }) => `${b ?? '+'}${a ?? '-'}`)
    .join(' ');

test('an edited word is one removed and one added, the rest stays', () => {
  expect(shown('the film was good .', 'the film was really bad .')).toBe('00 11 22 3- +3 +4 45');
  expect(shown('a b', 'a b')).toBe('00 11');
  expect(shown('a b c', 'c')).toBe('0- 1- 20');
});

/** Length of the longest common subsequence, by trying everything. */
function longest(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  if (a[0] === b[0]) return 1 + longest(a.slice(1), b.slice(1));
  return Math.max(longest(a.slice(1), b), longest(a, b.slice(1)));
}

test('has every word once and in order, and as many common words as possible', () => {
  const list = fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 7 });
  fc.assert(
    fc.property(list, list, (a, b) => {
      const pairs = align(a, b);
      expect(pairs.flatMap(({ before }) => before ?? [])).toEqual([...a.keys()]);
      expect(pairs.flatMap(({ after }) => after ?? [])).toEqual([...b.keys()]);
      const common = pairs.filter(({ before, after }) => before !== undefined && after !== undefined);
      for (const { before, after } of common) expect(a[before!]).toBe(b[after!]);
      expect(common).toHaveLength(longest(a, b));
    }),
  );
});

test('two long texts with nothing in common do not fill memory', () => {
  const many = (letter: string) => Array.from({ length: 6_000 }, (_, i) => `${letter}${i}`);
  expect(align([...many('a'), 'end'], [...many('b'), 'end'])).toHaveLength(12_001);
});
