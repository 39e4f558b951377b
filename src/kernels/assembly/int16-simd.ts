// Helpers that only the int16 kernels share.

/** The nearest int32 (ties to even) of |x| < 2^22 by adding 1.5·2^23; `trunc_sat` costs six instructions on x86. */
@inline export function round(x: v128): v128 {
  return i32x4.sub(f32x4.add(x, f32x4.splat(12582912)), i32x4.splat(0x4b400000));
}

/** The sum of four lanes, always in the same order. */
@inline export function sumLanes(a: v128): f32 {
  return (
    f32x4.extract_lane(a, 0) + f32x4.extract_lane(a, 1) + (f32x4.extract_lane(a, 2) + f32x4.extract_lane(a, 3))
  );
}

/** Σ of two pairs of int16 products: 16 multiplications, in int32, wrapping (the callers bound the sums). */
@inline export function twoPairs(x: v128, v: v128, y: v128, w: v128): v128 {
  return i32x4.add(i32x4.dot_i16x8_s(x, v), i32x4.dot_i16x8_s(y, w));
}
