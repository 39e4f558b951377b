import { expect, it } from 'vitest';
import { axisOver } from './scale';
import { labelledTicks } from './value-axis';

it('labelledTicks leaves out figures that would touch, never 0', () => {
  const wide = axisOver([-1, 2], [0, 300], { bothSides: true });
  expect(labelledTicks(wide, () => 20)).toEqual([-1, 0, 1, 2]);
  const narrow = axisOver([-1, 2], [0, 60], { bothSides: true });
  expect(labelledTicks(narrow, () => 20)).toEqual([0, 2]);
  expect(labelledTicks(axisOver([1], [0, 5]), () => 40)).toEqual([0]);
});
