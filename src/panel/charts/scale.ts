/** A linear axis over nice numbers. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  /** All multiples of the step from `from` to `to`. */
  readonly ticks: readonly number[];
  /** Decimals that tell the ticks apart. */
  readonly decimals: number;
  /** Value → pixels. */
  readonly at: (value: number) => number;
}

/** The smallest of 1, 2, 5 × 10ⁿ that is at least `value`. */
export function niceStep(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = [1, 2, 5, 10].find((each) => each * power >= value * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/**
 * An axis from `left` to `right` pixels that holds 0 and all values, widened to whole steps, with at most `most`
 * steps (a domain on both sides of 0 may take one more). `bothSides`: at least a step on either side of 0.
 */
export function axisOver(
  values: readonly number[],
  [left, right]: readonly [number, number],
  { most = 3, bothSides = false } = {},
): Axis {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  // Figures have 6 decimals: what is smaller is nothing.
  const range = high - low < 1e-6 ? 1 : high - low;
  const step = niceStep(range / most);
  const from = Math.min(Math.floor(low / step + 1e-9), bothSides ? -1 : 0);
  const to = Math.max(Math.ceil(high / step - 1e-9), bothSides ? 1 : low < 0 && high <= 0 ? 0 : 1);
  return axisOfSteps(from, to, step, [left, right]);
}

/** An axis from 0 to `to` with the given steps. */
export function fixedAxis(to: number, step: number, pixels: readonly [number, number]): Axis {
  return axisOfSteps(0, Math.round(to / step), step, pixels);
}

/** An axis over whole steps, from one multiple of the step to another. */
export function axisOfSteps(from: number, to: number, step: number, [left, right]: readonly [number, number]): Axis {
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const ticks = Array.from({ length: to - from + 1 }, (_, i) => Number(((from + i) * step).toFixed(decimals + 2)));
  const [first, last] = [ticks[0], ticks[ticks.length - 1]];
  return {
    from: first,
    to: last,
    ticks,
    decimals,
    at: (value) => left + ((right - left) * (value - first)) / (last - first),
  };
}
