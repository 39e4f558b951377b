import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byKeys } from './by-keys';

/** As it is defined: by the key, equal ones in their order, those without a key last. */
function slowly(keys: readonly number[], descending: boolean): number[] {
  const place = (key: number) => (key === Infinity ? 1 : 0);
  const rows = keys.map((_, row) => row);
  return rows.sort(
    (a, b) =>
      place(keys[a]) - place(keys[b]) ||
      (keys[a] === keys[b] ? 0 : (keys[a] < keys[b] ? -1 : 1) * (descending ? -1 : 1)) ||
      a - b,
  );
}

const key = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.double({ noNaN: true }).filter((value) => value !== -Infinity),
  fc.constantFrom(0, -0, Infinity, 2 ** 51, 2 ** 51 + 1, -(2 ** 40), 0.5, -0.5, Number.MAX_VALUE, -Number.MAX_VALUE),
);

test.each([false, true])('as a slow sort does it, whatever the keys; descending: %s', (descending) => {
  fc.assert(
    fc.property(fc.array(key, { maxLength: 40 }), (keys) => {
      // Named by other numbers than their places, as rows that a filter lets through are.
      const rows = Uint32Array.from(keys, (_, at) => 7 * at + 3);
      const expected = slowly(keys, descending).map((row) => 7 * row + 3);
      expect([...byKeys(rows, Float64Array.from(keys), descending)]).toEqual(expected);
    }),
  );
});

test('no rows', () => {
  expect([...byKeys(new Uint32Array(), new Float64Array(), false)]).toEqual([]);
});
