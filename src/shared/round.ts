/** Every figure of an explanation has this many significant digits. */
const DIGITS = 6;

/**
 * Rounds a figure to the digits that repeat: float32 arithmetic carries seven, and the last may differ between two
 * engines' `Math.exp`. Done once, where an `Explanation` is put together, so that the same text gives the same bytes
 * in process, in a Node worker and in a web worker. Minus zero becomes zero (JSON knows only one of them).
 */
export function round(value: number): number {
  const rounded = Number(value.toPrecision(DIGITS));
  return rounded === 0 ? 0 : rounded;
}
