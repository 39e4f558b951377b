import { expect, test } from 'vitest';
import { extendedPhrase } from './use-phrase';

test('a phrase grows from the focused word, shrinks back over it, and stays inside the text', () => {
  const first = extendedPhrase(undefined, 3, 'ArrowRight', 6)!;
  expect(first).toEqual({ from: 3, to: 5, anchor: 3 });
  const second = extendedPhrase(first, 3, 'ArrowRight', 6)!;
  expect(second).toEqual({ from: 3, to: 6, anchor: 3 });
  expect(extendedPhrase(second, 3, 'ArrowRight', 6)).toEqual(second);
  const back = extendedPhrase(extendedPhrase(second, 3, 'ArrowLeft', 6), 3, 'ArrowLeft', 6)!;
  expect(back).toEqual({ from: 3, to: 4, anchor: 3 });
  expect(extendedPhrase(back, 3, 'ArrowLeft', 6)).toEqual({ from: 2, to: 4, anchor: 3 });
  expect(extendedPhrase({ from: 0, to: 1, anchor: 0 }, 0, 'ArrowLeft', 6)).toEqual({ from: 0, to: 1, anchor: 0 });
});

test('of another word it begins anew; other keys are left alone', () => {
  expect(extendedPhrase({ from: 0, to: 4, anchor: 0 }, 5, 'ArrowLeft', 6)).toEqual({ from: 4, to: 6, anchor: 5 });
  expect(extendedPhrase(undefined, 3, 'Home', 6)).toBeUndefined();
});
