// What this processor can do at most in plain simd128, measured: eight independent sums, operands in registers but one
// load for four operations (so that nothing can be moved out of the loop).

@inline function dot(sum: v128, x: v128, w: v128): v128 {
  return i32x4.add(sum, i32x4.dot_i16x8_s(x, w));
}

@inline function multiply(sum: v128, x: v128, w: v128): v128 {
  return f32x4.add(sum, f32x4.mul(x, w));
}

const P: usize = 1024;

/** 8 · rounds `dot_i16x8_s`, each 8 multiplications and 8 additions. */
export function int16Dots(rounds: i32): void {
  const v = v128.load(P, 512), w = v128.load(P, 528);
  let a = v128.load(P), b = a, c = a, d = a, e = a, f = a, g = a, h = a;
  for (let i = 0; i < rounds; i++) {
    const p = P + (<usize>(i & 15) << 4), x = v128.load(p), y = v128.load(p, 64);
    a = dot(a, x, v); b = dot(b, x, w); c = dot(c, x, v); d = dot(d, x, w);
    e = dot(e, y, v); f = dot(f, y, w); g = dot(g, y, v); h = dot(h, y, w);
  }
  a = i32x4.add(i32x4.add(i32x4.add(a, b), i32x4.add(c, d)), i32x4.add(i32x4.add(e, f), i32x4.add(g, h)));
  v128.store(P, a, 1024);
}

/** 8 · rounds multiplications and additions of four float32. */
export function float32Sums(rounds: i32): void {
  const v = v128.load(P, 512), w = v128.load(P, 528);
  let a = v128.load(P), b = a, c = a, d = a, e = a, f = a, g = a, h = a;
  for (let i = 0; i < rounds; i++) {
    const p = P + (<usize>(i & 15) << 4), x = v128.load(p), y = v128.load(p, 64);
    a = multiply(a, x, v); b = multiply(b, x, w); c = multiply(c, x, v); d = multiply(d, x, w);
    e = multiply(e, y, v); f = multiply(f, y, w); g = multiply(g, y, v); h = multiply(h, y, w);
  }
  a = f32x4.add(f32x4.add(f32x4.add(a, b), f32x4.add(c, d)), f32x4.add(f32x4.add(e, f), f32x4.add(g, h)));
  v128.store(P, a, 1024);
}

/** A chain of integer multiplications, three cycles and one for the addition each: tells the clock. */
export function chain(rounds: i32): i32 {
  let x = 3;
  for (let i = 0; i < rounds; i++) x = x * x + 1;
  return x;
}
