import { describe, expect, test } from 'vitest';
import { periodBefore } from './comparison';

const day = (written: string): number => Date.parse(written) / 86_400_000;
const period = (from: string, to: string) => ({ kind: 'period', from: day(from), to: day(to) }) as const;

describe('the period before', () => {
  test.each([
    ['2024-04-01', '2024-06-30', '2024-01-01', '2024-03-31'],
    ['2024-03-01', '2024-03-31', '2024-02-01', '2024-02-29'],
    ['2023-10-01', '2024-06-30', '2023-01-01', '2023-09-30'],
    ['2024-03-04', '2024-03-10', '2024-02-26', '2024-03-03'],
  ])('of %s – %s is %s – %s', (...given) => {
    const [from, to, before, until] = given;
    expect(periodBefore(period(from, to))).toEqual(period(before, until));
  });
});
