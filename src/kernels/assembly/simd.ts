// Small SIMD helpers shared by every kernel. No static data anywhere: the memory belongs to tfjs.

/** a * b + c, rounded twice: results repeat on every CPU. */
@inline export function madd(a: v128, b: v128, c: v128): v128 {
  return f32x4.add(f32x4.mul(a, b), c);
}

/** Zero what is smaller than 1e-30: WebAssembly has no flush-to-zero, and denormals run up to 100 times slower. */
@inline export function flush(x: v128): v128 {
  return v128.and(x, f32x4.gt(f32x4.abs(x), f32x4.splat(1e-30)));
}

@inline export function flush1(x: f32): f32 {
  return abs<f32>(x) > 1e-30 ? x : 0;
}

/** Bytes of n floats. */
@inline export function floats(n: i32): usize {
  return <usize>n << 2;
}
