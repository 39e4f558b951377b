import { expect, test } from 'vitest';
import { pageKey } from './page-keys';

const press = (key: string, more: object = {}) =>
  pageKey({
    key,
    code: `Key${key.toUpperCase()}`,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    target: null,
    defaultPrevented: false,
    ...more,
  });

test('Alt and a figure is a view, whatever the keyboard types with it', () => {
  expect(press('¡', { altKey: true, code: 'Digit1' })).toEqual({ do: 'tab', tab: 0 });
  expect(press('4', { altKey: true, code: 'Digit4', target: { tagName: 'INPUT', type: 'search' } })).toEqual({
    do: 'tab',
    tab: 3,
  });
  expect(press('5', { altKey: true, code: 'Digit5' })).toBeUndefined();
  expect(press('1', { code: 'Digit1' })).toBeUndefined();
});

test('letters act only where nothing is typed', () => {
  expect(press('/')).toEqual({ do: 'search' });
  expect(press('F')).toEqual({ do: 'filter' });
  expect(press('Backspace')).toEqual({ do: 'drop' });
  expect(press('?')).toEqual({ do: 'keys' });
  for (const tagName of ['INPUT', 'TEXTAREA', 'SELECT']) expect(press('f', { target: { tagName } })).toBeUndefined();
  expect(press('f', { target: { tagName: 'INPUT', type: 'checkbox' } })).toEqual({ do: 'filter' });
  expect(press('f', { ctrlKey: true })).toBeUndefined();
});
