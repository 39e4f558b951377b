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

/** The ratio of two shares with Katz's log interval; a count of 0 is taken as half a row. */
export function ratioOf(rows: Share, rest: Share): Estimate {
  const [a, b] = [rows.rows || 0.5, rest.rows || 0.5];
  const value = a / rows.of / (b / rest.of);
  const half = Z95 * Math.sqrt(Math.max(0, 1 / a - 1 / rows.of + 1 / b - 1 / rest.of));
  return { value, low: value * Math.exp(-half), high: value * Math.exp(half) };
}

/** Whether an interval excludes zero. */
export const excludesZero = ({ low, high }: Estimate): boolean => low > 0 || high < 0;

/** The two-sided normal quantile, by Acklam's rational approximation (relative error below 1.2 × 10⁻⁹). */
export function quantileFor(alpha: number): number {
  if (alpha === 0.05) return Z95;
  const p = alpha / 2;
  const a = [
    -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239,
  ];
  const b = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572];
  const c = [
    -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
    2.938163982698783,
  ];
  const d = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416];
  const polynomial = (of: readonly number[], x: number) => of.reduce((sum, each) => sum * x + each, 0);
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(p));
    return -polynomial(c, q) / (polynomial(d, q) * q + 1);
  }
  const q = p - 0.5;
  const r = q * q;
  return -(polynomial(a, r) * q) / (polynomial(b, r) * r + 1);
}
