import { expect, test } from 'vitest';
import { onPaper, paintOf, shortNumber } from './colours';

test.each([
  ['rgb(10, 98, 168)', { colour: '#0a62a8', opacity: 1 }],
  ['rgba(255, 255, 255, 0.7)', { colour: '#ffffff', opacity: 0.7 }],
  ['color(srgb 0.5 0.25 1 / 0.16)', { colour: '#8040ff', opacity: 0.16 }],
  ['color(srgb 0 1 0)', { colour: '#00ff00', opacity: 1 }],
  ['none', undefined],
  ['url("#hatched")', undefined],
])('%s', (computed, paint) => expect(paintOf(computed)).toEqual(paint));

test('figures are as short as they can be seen', () => {
  expect([1, 1.5, 1 / 3, 0.0004].map(shortNumber)).toEqual(['1', '1.5', '0.333', '0']);
});

test.each([
  // The blue of a dark theme, which white paper swallows.
  ['#5cb0f2', '#3d78a6'],
  ['#0b5cad', '#0b5cad'],
  ['#ffffff', '#717171'],
])('%s is dark enough on white paper', (colour, expected) => expect(onPaper(colour)).toBe(expected));
