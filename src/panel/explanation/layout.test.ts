import { expect, it } from 'vitest';
import { layoutFor } from './layout';

it('has the sizes of the design', () => {
  expect(layoutFor(880)).toEqual({ mode: 'wide', content: 824, column: 396 });
  expect(layoutFor(300)).toEqual({ mode: 'narrow', content: 264, column: 264 });
});

it('changes at 720 and 420', () => {
  expect([720, 719, 420, 419].map((width) => layoutFor(width).mode)).toEqual(['wide', 'middle', 'middle', 'narrow']);
  expect(layoutFor(719).column).toBe(480);
  expect(layoutFor(420).column).toBe(364);
});
