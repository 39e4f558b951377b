import { expect, test } from 'vitest';
import { labelNext } from '../model/label-next/label-next';
import { orderToLabel } from './label-next';

const of = (text: string, negative: number) => ({ text, probabilities: { negative, positive: 1 - negative } });

test('the texts that a model is least sure of come first, and copies of them last', () => {
  const texts = [
    of('The invoice is wrong again.', 0.99),
    of('Thanks, but where is my parcel?', 0.5),
    of('thanks but where is my parcel', 0.51),
    of('It starts now, after a day.', 0.55),
    of('Great support!', 0.02),
  ];
  expect(orderToLabel(texts, 5)).toEqual([1, 3, 4, 0, 2]);
  expect(orderToLabel(texts, 2)).toEqual([1, 3]);
  // What has a label already is not asked for again.
  expect(orderToLabel(texts, 1, ['Thanks, but where is my parcel?'])).toEqual([3]);
});

test('the order is the same every time, has each place once, and takes no more than there are', () => {
  const texts = Array.from({ length: 60 }, (_, i) => of(`Row ${i} says ${(i * 37) % 11}.`, ((i * 13) % 50) / 50));
  const order = orderToLabel(texts, 100);
  expect(order).toEqual(orderToLabel(texts, 100));
  expect([...order].sort((a, b) => a - b)).toEqual(texts.map((_, i) => i));
  expect(labelNext([], 3)).toEqual([]);
});
