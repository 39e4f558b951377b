// The non-linearities of an LSTM cell on four units at once: tanh(x) ≈ x·P(x²)/Q(x²), degrees 5 and 6, a minimax fit
// on |x| ≤ 6.25 (tanh is ±1 beyond, to 7.5e-6); the largest error is 8e-6. sigmoid(x) = ½ + ½·tanh(x/2).
// About 13 instructions and one division a value; the divisions overlap with the rest.
//
// `k` is the address of the coefficients (src/kernels/inference/int16/gate-constants.ts), one float32 each. Loading one costs an
// instruction that runs in parallel with the arithmetic; V8 13 rebuilds an `f32x4.splat(constant)` in every round (×1.7).
import { madd } from './simd';

@inline function constant(k: usize, index: usize): v128 {
  return v128.load32_splat(k + (index << 2));
}

/** pmin and pmax are single x86 instructions, min and max are not; there is never a NaN here. */
@inline function clamp(x: v128, k: usize): v128 {
  return f32x4.pmax(constant(k, 9), f32x4.pmin(constant(k, 8), x));
}

@inline export function tanh(x: v128, k: usize): v128 {
  const a = clamp(x, k), a2 = f32x4.mul(a, a);
  const p = madd(madd(a2, constant(k, 0), constant(k, 1)), a2, constant(k, 2));
  const q = madd(madd(madd(a2, constant(k, 3), constant(k, 4)), a2, constant(k, 5)), a2, constant(k, 6));
  return f32x4.div(f32x4.mul(a, p), q);
}

@inline export function sigmoid(x: v128, k: usize): v128 {
  const half = constant(k, 7);
  return madd(tanh(f32x4.mul(x, half), k), half, half);
}

/** c' = sigmoid(f)·c + sigmoid(i)·tanh(g) */
@inline export function nextCell(i: v128, f: v128, g: v128, c: v128, k: usize): v128 {
  return madd(sigmoid(f, k), c, f32x4.mul(sigmoid(i, k), tanh(g, k)));
}
