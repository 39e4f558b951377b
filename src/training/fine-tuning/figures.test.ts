import { expect, test } from 'vitest';
import { bestEpochs } from './best-epochs';
import { divideRows } from './divide-rows';
import { beforeAfter } from './figures';
import { outcomeOf } from './row-outcomes';
import { repetitionsOf } from './usable-rows';

const labels = ['a', 'b'];

test('figures before and after, with the change of the same rows', () => {
  const actual = Array.from({ length: 200 }, (_, i) => i % 2);
  const before = actual.map((label, i) => (i < 60 ? 1 - label : label));
  const after = actual.map((label, i) => (i < 20 ? 1 - label : label));
  const found = beforeAfter({ labels, actual, before, after });
  expect(found).toMatchObject({ n: 200, before: { accuracy: 0.7 }, after: { accuracy: 0.9 } });
  expect(found.change!.points).toBeCloseTo(0.2);
  // Of 200 rows 40 change for the better: ± 1.96 · √(0.2 · 0.8 / 200).
  expect(found.change!.low).toBeCloseTo(0.2 - 0.055, 1);
  expect(found.change!.high).toBeCloseTo(0.2 + 0.055, 1);
  expect(found.after.accuracyInterval.low).toBeLessThan(0.9);
  expect(found.after.accuracyInterval.high).toBeGreaterThan(0.9);
  expect(beforeAfter({ labels, actual, before, after })).toEqual(found);
  expect(beforeAfter({ labels, actual, after }).before).toBeUndefined();
});

test('no row chooses the epoch by which it is measured', () => {
  // Fold 0 alone would have chosen the first epoch, the others the third.
  const right = [[[9, 0]], [[0, 9]]];
  const said = [
    [right[0], right[1], right[1]],
    [right[1], right[1], right[0]],
    [right[1], right[1], right[0]],
  ];
  const { ofFold, kept } = bestEpochs({ said, labels: [[0], [0], [0]] });
  expect(ofFold[0]).toBe(3);
  expect(kept).toBe(3);
});

test('rows of one group and rows of one class: groups stay together, classes are spread evenly', () => {
  const rows = Array.from({ length: 400 }, (_, i) => ({
    text: `row ${i}`,
    label: i % 10 === 0 ? 'a' : 'b',
    ...(i >= 390 && { group: 'twins' }),
  }));
  const { train, validation, heldOut, split } = divideRows(rows, 3);
  expect(split).toMatchObject({ kind: 'held-out' });
  expect([...train, ...validation, ...heldOut].sort((a, b) => a - b)).toEqual(rows.map((_, i) => i));
  const rare = heldOut.filter((i) => rows[i].label === 'a').length;
  expect(rare).toBeGreaterThanOrEqual(6);
  expect(rare).toBeLessThanOrEqual(10);
  const twins = [train, validation, heldOut].filter((part) => part.some((i) => i >= 390));
  expect(twins).toHaveLength(1);
  expect(divideRows(rows.slice(0, 299), 3)).toMatchObject({ split: { kind: 'folds', folds: 5 }, heldOut: [] });
});

test('outcomes, and how often rare rows count', () => {
  const said = (label: string) => ({ label, probability: 0.9 });
  expect(outcomeOf('a', said('b'), said('a'))).toBe('mended');
  expect(outcomeOf('a', said('a'), said('b'))).toBe('broken');
  expect(outcomeOf('a', said('b'), said('b'))).toBe('still-wrong');
  expect(outcomeOf('a', said('a'), said('a'))).toBe('still-right');
  expect(outcomeOf('a', undefined, said('b'))).toBe('wrong');
  const classes = [
    { label: 'a', rows: 90 },
    { label: 'b', rows: 10 },
  ];
  expect(repetitionsOf(classes)).toEqual([{ label: 'b', times: 2.5 }]);
});
