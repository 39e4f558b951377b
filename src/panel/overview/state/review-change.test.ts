import { expect, test } from 'vitest';
import { withChange } from './review-change';

test('what is left out stays, what is taken back goes, and a review that says nothing is none', () => {
  let reviews = withChange(new Map(), { row: 7, label: 'negative', order: 'random', reason: [{ start: 0, end: 5 }] });
  reviews = withChange(reviews, { row: 7, note: 'sarcasm' });
  expect(reviews.get(7)).toEqual({
    row: 7,
    label: 'negative',
    order: 'random',
    reason: [{ start: 0, end: 5 }],
    note: 'sarcasm',
  });
  reviews = withChange(reviews, { row: 7, label: null });
  expect(reviews.get(7)).toEqual({ row: 7, reason: [{ start: 0, end: 5 }], note: 'sarcasm' });
  reviews = withChange(reviews, { row: 7, reason: [], note: ' ' });
  expect(reviews.has(7)).toBe(false);
});
