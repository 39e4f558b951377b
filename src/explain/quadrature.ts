/** The points of Clenshaw–Curtis quadrature on [0, 1] with `intervals` intervals: both ends, and dense near them. */
export function point(index: number, intervals: number): number {
  return (1 - Math.cos((Math.PI * index) / intervals)) / 2;
}

/**
 * Its weights, which sum to 1; `intervals` even. Of twice as many intervals every second point is one of before, so a
 * refined integral keeps what was computed. Source: Clenshaw and Curtis 1960; Trefethen 2008, "Is Gauss quadrature better
 * than Clenshaw–Curtis?".
 */
export function weights(intervals: number): Float64Array {
  return Float64Array.from({ length: intervals + 1 }, (_, j) => {
    let sum = 1;
    for (let k = 1; k <= intervals / 2; k++) {
      const factor = 2 * k === intervals ? 1 : 2;
      sum -= (factor / (4 * k * k - 1)) * Math.cos((2 * k * j * Math.PI) / intervals);
    }
    return (sum / intervals) * (j === 0 || j === intervals ? 0.5 : 1);
  });
}
