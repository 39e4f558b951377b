import { expect, test } from 'vitest';
import { tableAction } from './table-keys';

const press = (key: string, at: number, more: Partial<KeyboardEvent> = {}) =>
  tableAction(
    { key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more },
    { at, count: 100, page: 10 },
  );

test.each([
  ['ArrowDown', 3, 4],
  ['ArrowDown', 99, 99],
  ['ArrowUp', 0, 0],
  ['PageDown', 95, 99],
  ['PageUp', 25, 15],
  ['Home', 50, 0],
  ['End', 50, 99],
])('%s at row %i goes to row %i', (key, at, to) => {
  expect(press(key, at)).toEqual({ do: 'go', to, extend: false });
  expect(press(key, at, { shiftKey: true })).toEqual({ do: 'go', to, extend: true });
});

test('letters act, with Alt they are the page’s', () => {
  expect(press('o', 1)).toEqual({ do: 'file' });
  expect(press('E', 1)).toEqual({ do: 'panel' });
  expect(press(' ', 1)).toEqual({ do: 'select' });
  expect(press('a', 1, { ctrlKey: true })).toEqual({ do: 'all' });
  expect(press('1', 1, { altKey: true })).toBeUndefined();
  expect(press('x', 1)).toBeUndefined();
});

test('of no rows nothing', () => {
  expect(
    tableAction(
      { key: 'End', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false },
      { at: 0, count: 0, page: 1 },
    ),
  ).toBeUndefined();
});
