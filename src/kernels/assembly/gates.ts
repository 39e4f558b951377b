// tanh and the logistic function on four floats: the rational approximation of degree 13/6 that Eigen uses
// (error below 1e-6 on the whole line). Coefficients are read from memory with load32_splat: V8 rebuilds
// f32x4.splat(constant) in every round of a loop.
import { madd } from './simd';

let K: usize = 0;

/** Floats that `initGates` writes. */
export const GATE_CONSTANTS: i32 = 13;

/** Writes the coefficients to `memory`, which must be kept for them. */
export function initGates(memory: usize): void {
  K = memory;
  store<f32>(memory, -2.76076847742355e-16);
  store<f32>(memory, 2.00018790482477e-13, 4);
  store<f32>(memory, -8.60467152213735e-11, 8);
  store<f32>(memory, 5.12229709037114e-8, 12);
  store<f32>(memory, 1.48572235717979e-5, 16);
  store<f32>(memory, 6.37261928875436e-4, 20);
  store<f32>(memory, 4.89352455891786e-3, 24);
  store<f32>(memory, 1.19825839466702e-6, 28);
  store<f32>(memory, 1.18534705686654e-4, 32);
  store<f32>(memory, 2.268434632439e-3, 36);
  store<f32>(memory, 4.89352518554385e-3, 40);
  store<f32>(memory, 7.90531110763549805, 44);
  store<f32>(memory, 0.5, 48);
}

@inline function k(i: usize): v128 {
  return v128.load32_splat(K + (i << 2));
}

@inline export function vtanh(x0: v128): v128 {
  const limit = k(11);
  const x = f32x4.pmax(f32x4.neg(limit), f32x4.pmin(limit, x0));
  const x2 = f32x4.mul(x, x);
  let p = madd(x2, k(0), k(1));
  p = madd(p, x2, k(2));
  p = madd(p, x2, k(3));
  p = madd(p, x2, k(4));
  p = madd(p, x2, k(5));
  p = madd(p, x2, k(6));
  let q = madd(x2, k(7), k(8));
  q = madd(q, x2, k(9));
  q = madd(q, x2, k(10));
  return f32x4.div(f32x4.mul(p, x), q);
}

@inline export function vsigmoid(x: v128): v128 {
  const half = k(12);
  return madd(vtanh(f32x4.mul(x, half)), half, half);
}
