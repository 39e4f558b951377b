/**
 * Row by row products of two `[time, dimension]` arrays, summed over the dimension; skipped words are exactly 0.
 * @param from where the first array begins
 */
export function wordDots(a: Float32Array, b: Float32Array, mask: Float32Array, from = 0): Float64Array {
  const dimension = b.length / mask.length;
  return Float64Array.from(mask, (read, word) => {
    let total = 0;
    if (read) for (let i = word * dimension; i < (word + 1) * dimension; i++) total += a[from + i] * b[i];
    return total;
  });
}
