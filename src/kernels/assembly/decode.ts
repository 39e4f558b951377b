// Stored weights to float32: level · scale + min in float64, rounded once, as JavaScript computes it.

@inline function put(levels: v128, scale: v128, min: v128, out: usize): void {
  const low = f64x2.convert_low_i32x4_u(levels), high = f64x2.convert_low_i32x4_u(v128.shuffle<u32>(levels, levels, 2, 3, 2, 3));
  const a = f32x4.demote_f64x2_zero(f64x2.add(f64x2.mul(low, scale), min));
  const b = f32x4.demote_f64x2_zero(f64x2.add(f64x2.mul(high, scale), min));
  v128.store(out, v128.shuffle<u32>(a, b, 0, 1, 4, 5));
}

/**
 * out[n] = levels[n] · scale + min, from front to back. The uint8 levels may be stored in the last quarter of `out` itself,
 * because each level is read before it is overwritten.
 */
export function decodeLevels(levels: usize, n: i32, scale: f64, min: f64, out: usize): void {
  const s = f64x2.splat(scale), m = f64x2.splat(min), end = levels + <usize>n;
  for (const whole = levels + <usize>(n & ~15); levels < whole; levels += 16, out += 64) {
    const q = v128.load(levels);
    const low = i16x8.extend_low_i8x16_u(q), high = i16x8.extend_high_i8x16_u(q);
    put(i32x4.extend_low_i16x8_u(low), s, m, out);
    put(i32x4.extend_high_i16x8_u(low), s, m, out + 16);
    put(i32x4.extend_low_i16x8_u(high), s, m, out + 32);
    put(i32x4.extend_high_i16x8_u(high), s, m, out + 48);
  }
  for (; levels < end; levels++, out += 4) store<f32>(out, <f32>(<f64>load<u8>(levels) * scale + min));
}
