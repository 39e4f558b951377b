import { expect, test } from 'vitest';
import { freePlace } from './free-place';

const LEFT_SIDE = { from: 100, baseline: 50 };
const RIGHT_SIDE = { from: 200, baseline: 70 };
const place = (lines: Parameters<typeof freePlace>[3], length = 60, right = 300) =>
  freePlace([LEFT_SIDE, RIGHT_SIDE], length, [48, right], lines);

test('the first place, where nothing stands there', () => {
  expect(place([])).toBe(LEFT_SIDE);
  expect(place([{ x: 130, top: 10, bottom: 30 }])).toBe(LEFT_SIDE);
  expect(place([{ x: 180, top: 10, bottom: 90 }])).toBe(LEFT_SIDE);
});

test('a line through it, or hardly beside it, gives way to the other side, or to no name', () => {
  expect(place([{ x: 130, top: 10, bottom: 45 }])).toBe(RIGHT_SIDE);
  expect(place([{ x: 97, top: 48, bottom: 90 }])).toBe(RIGHT_SIDE);
  expect(place([{ x: 130, top: 10, bottom: 45 }, { x: 230, top: 60, bottom: 65 }])).toBeUndefined(); // prettier-ignore
});

test('a name that does not fit between the edges stands nowhere', () => {
  expect(place([], 60, 150)).toBeUndefined();
});
