import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprint, lengthPart } from './fingerprint';
import { rowsNumbered } from './numbered';
import { RowStore } from './row-store';

test('different texts have different fingerprints, which are whole numbers and say how long the text is', () => {
  const texts = Array.from({ length: 200_000 }, (_, i) => (i % 2 ? `Row ${i} was fine.` : `第${i}行很好`));
  expect(new Set(texts.map(fingerprint)).size).toBe(texts.length);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 9_000 }), (text) => {
      const print = fingerprint(text);
      expect(Number.isSafeInteger(print) && print >= 0).toBe(true);
      expect(lengthPart(print)).toBe(lengthPart(text.length));
    }),
  );
});

test('texts that differ in one unit, in their order or by a repeated unit have different fingerprints', () => {
  const near = [
    '',
    '\0',
    '\0\0',
    'ab',
    'ba',
    'aab',
    'aba',
    'baa',
    'a'.repeat(8_192),
    `${'a'.repeat(8_191)}b`,
    'b'.repeat(8_192),
  ];
  expect(new Set(near.map(fingerprint)).size).toBe(near.length);
});

test('rows are found by their numbers in any order, with numbers left out', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 40 })), fc.boolean(), (drawn, sorted) => {
      const numbers = sorted ? [...drawn].sort((a, b) => a - b) : drawn;
      const store = new RowStore();
      store.numbers.append(Uint32Array.from(numbers));
      const wanted = new Set([3, 7, 20, 41]);
      const expected = numbers.flatMap((number, row) => (wanted.has(number) ? [[number, row] as const] : []));
      expect(new Map(rowsNumbered(store, wanted))).toEqual(new Map(expected));
    }),
  );
});
