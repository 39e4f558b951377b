import type { Range } from '../../shared/studies';

/** The share of values that is left out at either end. */
const OUTSIDE = 0.1;

/**
 * The middle 80 % of values: their 10th and 90th percentile, between neighbours in proportion (Hyndman and Fan 1996,
 * definition 7). There must be a value.
 */
export function percentiles10to90(values: readonly number[]): Range {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const low = sorted[Math.floor(place)];
    return low + (place % 1) * (sorted[Math.ceil(place)] - low);
  };
  return [at(OUTSIDE), at(1 - OUTSIDE)];
}
