import { expect, test } from 'vitest';
import { Slots } from './slots';

test('a full cache gives up what was not asked for lately, and nothing of the present stretch', () => {
  const slots = new Slots(10, 3);
  slots.beginStretch();
  const [a, b, c] = [0, 1, 2].map((word) => slots.find(word));
  expect([a, b, c].map((slot) => ~slot).sort()).toEqual([0, 1, 2]);
  expect(slots.find(1)).toBe(~b);
  slots.beginStretch();
  expect(slots.find(1)).toBe(~b);
  const [d, e] = [slots.find(3), slots.find(4)];
  expect([~d, ~e].sort()).toEqual([~a, ~c].sort());
  expect(slots.find(1)).toBe(~b);
  slots.beginStretch();
  expect(slots.find(0)).toBeLessThan(0);
});
