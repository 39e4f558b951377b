import { describe, expect, test } from 'vitest';
import { hashOfText } from '../rows/held-texts';
import type { Row } from '../rows/row';
import { splitMarked } from './marked-rows';

const rows: Row[] = Array.from({ length: 100 }, (_, i) => ({
  text: `The ${i}th parcel came late.`,
  label: 'negative',
  fields: {},
}));
const marks = new Map(rows.map((row) => [row, []]));
const shares = { validation: 0.1, test: 0.1 };

describe('the split of underlined rows', () => {
  test('keeps rows that the model was not trained on out of the training rows, in the part that they had there', () => {
    const plain = splitMarked(marks, shares, 1);
    const [ofTest, ofValidation] = [plain.train[0], plain.test[0]];
    const held = new Map([
      [hashOfText(ofTest.text), 'test'],
      [hashOfText(ofValidation.text), 'validation'],
    ] as const);
    const split = splitMarked(marks, shares, 1, held);
    expect(split.train).toEqual(plain.train.slice(1));
    expect(split.test).toEqual([...plain.test.slice(1), ofTest]);
    expect(split.validation).toEqual([...plain.validation, ofValidation]);
  });
});
