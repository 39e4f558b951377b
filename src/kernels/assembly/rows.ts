// Copies of rows of floats, between tensors (tight rows) and scratch (rows padded to a multiple of four, or more).
import { floats } from './simd';

/** One row of n floats. */
@inline export function copyRow(from: usize, to: usize, n: i32): void {
  const whole = floats(n & ~3), all = floats(n);
  let i: usize = 0;
  for (; i < whole; i += 16) v128.store(to + i, v128.load(from + i));
  for (; i < all; i += 4) store<f32>(to + i, load<f32>(from + i));
}

/** One row of n floats, each times its factor. */
@inline function scaleRow(from: usize, factors: usize, to: usize, n: i32): void {
  const whole = floats(n & ~3), all = floats(n);
  let i: usize = 0;
  for (; i < whole; i += 16) v128.store(to + i, f32x4.mul(v128.load(from + i), v128.load(factors + i)));
  for (; i < all; i += 4) store<f32>(to + i, load<f32>(from + i) * load<f32>(factors + i));
}

/**
 * `count` rows of n floats. Strides in bytes. Floats between n and `padded` become zero.
 * `factors`: rows of n floats that multiply, or 0 for none.
 */
export function copyRows(
  from: usize, fromStride: usize, to: usize, toStride: usize, count: i32, n: i32, padded: i32,
  factors: usize, factorStride: usize,
): void {
  const end = floats(padded);
  for (let r = 0; r < count; r++) {
    if (factors) scaleRow(from, factors, to, n);
    else copyRow(from, to, n);
    for (let i = floats(n); i < end; i += 4) store<f32>(to + i, 0);
    from += fromStride;
    to += toStride;
    if (factors) factors += factorStride;
  }
}
