import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from './row';
import { splitRows, withoutTexts } from './split';
import { textKey } from './text-key';

const row = (text: string, pair?: number): Row => ({ text, label: 'x', fields: { pair } });

/** Few different texts and pairs, so that rows are connected in many ways. */
const someRows = fc.array(
  fc.record({
    text: fc.constantFrom('A b', 'a, B!', 'c', 'd', 'e', 'f', 'g'),
    pair: fc.option(fc.integer({ min: 0, max: 4 })),
  }),
  { maxLength: 60 },
);

describe('splitting rows', () => {
  it('loses none, and has no text and no pair on two sides', () => {
    fc.assert(
      fc.property(someRows, fc.integer({ min: 0, max: 9 }), (list, seed) => {
        const rows = list.map(({ text, pair }) => row(text, pair ?? undefined));
        const { train, validation, test } = splitRows(rows, {
          validationShare: 0.2,
          testShare: 0.2,
          seed,
          groupBy: ['pair'],
        });
        expect(new Set([...train, ...validation, ...test])).toEqual(new Set(rows));
        expect(train.length + validation.length + test.length).toBe(rows.length);
        const sides = [train, validation, test];
        for (const keyOf of [({ text }: Row) => textKey(text), ({ fields }: Row) => fields['pair']]) {
          const keys = sides.map((side) => new Set(side.map(keyOf).filter((key) => key !== undefined)));
          for (const [i, a] of keys.entries()) {
            for (const b of keys.slice(i + 1)) expect([...a].filter((key) => b.has(key))).toEqual([]);
          }
        }
      }),
    );
  });

  it('gives each side its share, the same for the same seed, whatever the validation share', () => {
    const rows = Array.from({ length: 1000 }, (_, i) => row(`text ${i}`));
    const options = { validationShare: 0.1, testShare: 0.2, seed: 1, groupBy: [] };
    const split = splitRows(rows, options);
    expect([split.train.length, split.validation.length, split.test.length]).toEqual([700, 100, 200]);
    expect(splitRows(rows, options)).toEqual(split);
    expect(splitRows(rows, { ...options, seed: 2 })).not.toEqual(split);
    expect(splitRows(rows, { ...options, validationShare: 0.3 }).test).toEqual(split.test);
  });

  it('recognises a text with other punctuation, spaces, widths and cases', () => {
    const same = ['It’s GOOD, really.<br />Ｙｅｓ！', 'its good... REALLY yes'];
    expect(textKey(same[0])).toBe(textKey(same[1]));
    expect(textKey('用过了，挺好。')).toBe(textKey('用过了 挺好'));
    expect(textKey('good')).not.toBe(textKey('goods'));
    expect(textKey('!!!')).not.toBe(textKey('???'));
    expect(withoutTexts([row('A b'), row('c')], ['a-B'])).toEqual([row('c')]);
  });
});
