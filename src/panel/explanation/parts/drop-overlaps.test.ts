import { expect, it } from 'vitest';
import { kept } from './drop-overlaps';

const box = (left: number, strength: number, top = 0) => ({ left, right: left + 30, top, strength });

it('of figures that would overlap the weaker goes', () => {
  expect(kept([box(0, 0.2), box(20, 0.9), box(60, 0.1)])).toEqual([false, true, true]);
});

it('a figure that went takes no room', () => {
  expect(kept([box(0, 3), box(25, 2), box(50, 1)])).toEqual([true, false, true]);
});

it('lines do not touch one another', () => {
  expect(kept([box(0, 1, 0), box(0, 2, 12)])).toEqual([true, true]);
});
