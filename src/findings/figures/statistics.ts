import type { Estimate, Share } from '../../shared/findings/figures';

/** The quantile of the normal distribution for a two-sided interval of 95 %. */
export const Z95 = 1.959963984540054;

/** A share with Wilson's score interval; of no rows the interval is the whole range. */
export function shareOf(rows: number, of: number, z = Z95): Share {
  if (of === 0) return { value: 0, low: 0, high: 1, rows, of };
  const value = rows / of;
  const squared = (z * z) / of;
  const centre = (value + squared / 2) / (1 + squared);
  const half = (z / (1 + squared)) * Math.sqrt((value * (1 - value)) / of + squared / (4 * of));
  return { value, low: Math.max(0, centre - half), high: Math.min(1, centre + half), rows, of };
}

/** `after` less `before` of independent rows: Newcombe's hybrid score interval (1998, method 10). */
export function differenceOf(before: Share, after: Share): Estimate {
  const value = after.value - before.value;
  return {
    value,
    low: value - Math.hypot(after.value - after.low, before.high - before.value),
    high: value + Math.hypot(after.high - after.value, before.value - before.low),
  };
}

/** The ratio of two shares, by Katz's interval of its logarithm; half a row is added where there is none. */
export function ratioOf(rows: Share, rest: Share): Estimate {
  const [a, b] = [rows.rows || 0.5, rest.rows || 0.5];
  const value = a / rows.of / (b / rest.of);
  const half = Z95 * Math.sqrt(Math.max(0, 1 / a - 1 / rows.of + 1 / b - 1 / rest.of));
  return { value, low: value * Math.exp(-half), high: value * Math.exp(half) };
}

/** Whether an interval leaves out zero. */
export const isCertain = ({ low, high }: Estimate): boolean => low > 0 || high < 0;
