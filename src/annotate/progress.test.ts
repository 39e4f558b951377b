import { expect, test } from 'vitest';
import { ProgressMeter, progressSentence } from './progress';

test('rate and time left are those of this run, of the last seconds', () => {
  let now = 0;
  const meter = new ProgressMeter(10_000, () => now);
  expect(meter.at(500, 0, 5_000)).toEqual({ rows: 500, errors: 0, rate: 0, share: 0.5 });
  now = 10_000;
  expect(meter.at(600, 2, 6_000)).toEqual({ rows: 600, errors: 2, rate: 10, share: 0.6, left: 40 });
  now = 30_000;
  expect(meter.at(1_000, 2, 9_000)).toMatchObject({ rate: 20, left: 1_000 / 150 });
  expect(progressSentence({ rows: 12_300, errors: 1, rate: 812, share: 0.41, left: 170 })).toBe(
    '12,300 rows, 41 %, 1 with an error, 812 rows/s, 3 min left',
  );
});

test('of a pipe nobody knows how much is left', () => {
  expect(new ProgressMeter(undefined, () => 0).at(3, 0, 10)).toEqual({ rows: 3, errors: 0, rate: 0 });
});
