import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SaliencyError } from '../shared/saliency-error';
import { compareCodePoints, Vocabulary } from './vocabulary';

const counts = new Map([
  ['rare', 1],
  ['the', 50],
  ['bad', 7],
  ['好', 7],
  ['！', 7],
  ['😀', 7],
  ['a', 90],
]);

describe('Vocabulary', () => {
  it('keeps 0 for padding and 1 for unknown words', () => {
    const vocabulary = new Vocabulary(['the', '好'], false);
    expect([...vocabulary.encode(['好', 'what', 'the'])]).toEqual([3, 1, 2]);
    expect(vocabulary.size).toBe(4);
    expect([0, 1, 2, 3, 4].map((id) => vocabulary.tokenOf(id))).toEqual([undefined, undefined, 'the', '好', undefined]);
  });

  it('gives unknown words the id of padding if the architecture skips them', () => {
    const vocabulary = new Vocabulary(['the', '好'], true);
    expect([...vocabulary.encode(['好', 'what', 'the'])]).toEqual([2, 0, 1]);
    expect(vocabulary.size).toBe(3);
    expect(vocabulary.tokenOf(0)).toBeUndefined();
    expect(vocabulary.tokenOf(2)).toBe('好');
  });

  it('has its tokens, and no properties that every object has', () => {
    const vocabulary = new Vocabulary(['the'], false);
    expect(['the', 'The', '', 'constructor', '__proto__'].map((t) => vocabulary.knows(t))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('is built from the most frequent tokens, equal counts in code point order', () => {
    const build = (minCount: number, maxSize: number, masksUnknown: boolean) =>
      Vocabulary.build(counts, { minCount, maxSize, masksUnknown }).tokens;
    expect(build(2, 100, false)).toEqual(['a', 'the', 'bad', '好', '！', '😀']);
    expect(build(1, 5, false)).toEqual(['a', 'the', 'bad']);
    expect(build(1, 5, true)).toEqual(['a', 'the', 'bad', '好']);
    expect(build(51, 100, true)).toEqual(['a']);
    expect(build(1, 1, false)).toEqual([]);
  });

  it('is built the same whatever the order of the counts', () => {
    const entries = [...counts];
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
        const options = { minCount: 1, maxSize: 6, masksUnknown: false };
        expect(Vocabulary.build(new Map(shuffled), options).tokens).toEqual(Vocabulary.build(counts, options).tokens);
      }),
    );
  });

  it('is the same after it was written and read', () => {
    const token = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[\r\n]/u.test(text));
    fc.assert(
      fc.property(fc.uniqueArray(token, { minLength: 1 }), fc.boolean(), (tokens, masksUnknown) => {
        const file = new Vocabulary(tokens, masksUnknown).toFile();
        expect(Vocabulary.parse(file, { masksUnknown }).tokens).toEqual(tokens);
      }),
    );
  });

  it('reads files with other line ends, or without the last one', () => {
    expect(Vocabulary.parse('the\r\n好\r\n', { masksUnknown: false }).tokens).toEqual(['the', '好']);
    expect(Vocabulary.parse('the\n好', { masksUnknown: false }).tokens).toEqual(['the', '好']);
  });

  it.each([
    ['', 'en/vocabulary.txt is damaged: it has no tokens'],
    ['the\n\n好\n', 'en/vocabulary.txt is damaged: line 2 is empty'],
    ['the\n好\nthe\n', 'en/vocabulary.txt is damaged: line 3 repeats the token “the” of line 1'],
  ])('says what is wrong with the file %j', (file, message) => {
    const parse = (): unknown => Vocabulary.parse(file, { masksUnknown: true }, 'en/vocabulary.txt');
    expect(parse).toThrow(SaliencyError);
    expect(parse).toThrow(message);
  });

  it('refuses a token that cannot be written to its file', () => {
    expect(() => new Vocabulary(['a\nb'], false)).toThrow('line 1 has a line break');
  });
});

describe('compareCodePoints', () => {
  it('orders as arrays of code points do', () => {
    const byArrays = (a: string, b: string): number => {
      const [left, right] = [Array.from(a, (c) => c.codePointAt(0) ?? 0), Array.from(b, (c) => c.codePointAt(0) ?? 0)];
      const at = left.findIndex((point, i) => point !== right[i]);
      return at === -1 ? left.length - right.length : at < right.length ? left[at] - right[at] : 1;
    };
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '！', '\uE000', '😀', '😁', '𠮷') });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareCodePoints(a, b))).toBe(Math.sign(byArrays(a, b)));
      }),
      { numRuns: 2000 },
    );
  });
});
