// A weighted sum of rows of uint8 levels: the n-grams of a text times a dense matrix as stored in the model's file.
//
// Arithmetic: for each n-gram and unit a widening, a conversion, a multiplication and an addition; a row of 256 units is four
// cache lines that mostly come from the third-level cache or from memory: that bounds it.
import { madd } from './simd';

@inline function add(levels: v128, zero: v128, value: v128, out: usize): void {
  v128.store(out, madd(f32x4.convert_i32x4_s(i32x4.sub(levels, zero)), value, v128.load(out)));
}

/**
 * out += scale · Σ values[i] · (row i − zero)
 * @param count how many rows
 * @param rows addresses of uint8 levels
 * @param values float32
 * @param size of a row; up to 7 more are read
 * @param out float32 `[size, a multiple of 8]`
 */
export function weightedLevels(count: i32, rows: usize, values: usize, size: i32, zero: i32, scale: f32, out: usize): void {
  const zeros = i32x4.splat(zero), end = out + (<usize>(size + 7 & ~7) << 2);
  for (let i = 0; i < count; i++, rows += 4, values += 4) {
    const value = f32x4.splat(load<f32>(values) * scale);
    let x = load<usize>(rows);
    for (let to = out; to < end; to += 32, x += 8) {
      const levels = v128.load8x8_u(x);
      add(i32x4.extend_low_i16x8_u(levels), zeros, value, to);
      add(i32x4.extend_high_i16x8_u(levels), zeros, value, to + 16);
    }
  }
}
