// Element-wise functions, and products of single rows, that attention needs beside the large products.
import { floats, flush, flush1, madd } from './simd';
import { vtanh } from './gates';

/** out[n] = tanh(x[n]). The last few numbers use the same lanes, so a result never depends on its place. */
export function tanhAll(x: usize, n: i32, out: usize): void {
  const whole = floats(n & ~3), all = floats(n);
  let i: usize = 0;
  for (; i < whole; i += 16) v128.store(out + i, vtanh(v128.load(x + i)));
  for (; i < all; i += 4) store<f32>(out + i, f32x4.extract_lane(vtanh(v128.load32_splat(x + i)), 0));
}

/** out[n] = dy · (1 - y²), y being tanh. */
export function tanhGradient(y: usize, dy: usize, n: i32, out: usize): void {
  const whole = floats(n & ~3), all = floats(n), one = f32x4.splat(1);
  let i: usize = 0;
  for (; i < whole; i += 16) {
    const t = v128.load(y + i);
    v128.store(out + i, flush(f32x4.mul(v128.load(dy + i), f32x4.sub(one, f32x4.mul(t, t)))));
  }
  for (; i < all; i += 4) {
    const t = load<f32>(y + i);
    store<f32>(out + i, flush1(load<f32>(dy + i) * (1 - t * t)));
  }
}

/** out[rows] = x[rows][n] · a[n] */
export function dotRows(x: usize, rows: i32, n: i32, a: usize, out: usize): void {
  const line = floats(n), whole = floats(n & ~3);
  for (let r = 0; r < rows; r++, x += line, out += 4) {
    let four = f32x4.splat(0), i: usize = 0;
    for (; i < whole; i += 16) four = madd(v128.load(x + i), v128.load(a + i), four);
    let sum = f32x4.extract_lane(four, 0) + f32x4.extract_lane(four, 1) + (f32x4.extract_lane(four, 2) + f32x4.extract_lane(four, 3));
    for (; i < line; i += 4) sum += load<f32>(x + i) * load<f32>(a + i);
    store<f32>(out, sum);
  }
}
