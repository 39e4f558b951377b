import { expect, test, vi } from 'vitest';
import { RowSelection } from './row-selection';

test('whether all rows are chosen is looked at once, until any is chosen or dropped', () => {
  const selection = new RowSelection();
  const rows = Uint32Array.of(4, 2, 9);
  const every = vi.spyOn(rows, 'every');
  expect(selection.hasAll(rows)).toBe(false);
  selection.setAll(rows, true);
  expect([selection.hasAll(rows), selection.hasAll(rows)]).toEqual([true, true]);
  expect(every).toHaveBeenCalledTimes(1);
  selection.set(2, false);
  expect(selection.hasAll(rows)).toBe(false);
  // As many, but others.
  selection.set(3, true);
  expect(selection.hasAll(rows)).toBe(false);
  selection.set(2, true);
  expect(selection.hasAll(rows)).toBe(true);
  selection.clear();
  expect([selection.hasAll(rows), selection.hasAll(new Uint32Array())]).toEqual([false, false]);
});
