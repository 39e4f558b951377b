// Depthwise convolution over words: each channel has its own filter. With the pointwise product (a convolution of
// width 1, by gemm) it is a separable convolution (Chollet 2017).
//
// Arithmetic: time · width · channels multiplications, two loads each: bound by loads, and at width 3 and 64 filters
// a twentieth of the pointwise product that follows.
import { floats, flush, flush1, madd } from './simd';

/**
 * out[outTime][channels] = Σj x[t + j - left] · w[j], w [width][channels]; words outside x[time] are zeros.
 * Channels are tight rows. Also its own gradient to x, with the filters in reverse.
 */
export function depthwise(
  x: usize, time: i32, channels: i32, w: usize, width: i32, left: i32, out: usize, outTime: i32,
): void {
  const line = floats(channels), whole = floats(channels & ~3);
  for (let t = 0; t < outTime; t++, out += line) {
    const first = max(0, left - t), end = min(width, time + left - t);
    const row = x + <usize>(t + first - left) * line, filter = w + <usize>first * line, rounds = end - first;
    let i: usize = 0;
    for (; i < whole; i += 16) {
      let sum = f32x4.splat(0), a = row + i, b = filter + i;
      for (let j = 0; j < rounds; j++, a += line, b += line) sum = madd(v128.load(a), v128.load(b), sum);
      v128.store(out + i, flush(sum));
    }
    for (; i < line; i += 4) {
      let sum: f32 = 0, a = row + i, b = filter + i;
      for (let j = 0; j < rounds; j++, a += line, b += line) sum += load<f32>(a) * load<f32>(b);
      store<f32>(out + i, flush1(sum));
    }
  }
}

/** dw[width][channels] += Σt x[t + j - left] · dy[t]: the gradient of the filters. */
export function depthwiseFilters(
  x: usize, time: i32, channels: i32, dy: usize, outTime: i32, width: i32, left: i32, dw: usize,
): void {
  const line = floats(channels), whole = floats(channels & ~3);
  for (let t = 0; t < outTime; t++, dy += line) {
    for (let j = max(0, left - t); j < min(width, time + left - t); j++) {
      const row = x + <usize>(t + j - left) * line, to = dw + <usize>j * line;
      let i: usize = 0;
      for (; i < whole; i += 16) v128.store(to + i, madd(v128.load(row + i), v128.load(dy + i), v128.load(to + i)));
      for (; i < line; i += 4) store<f32>(to + i, load<f32>(to + i) + load<f32>(row + i) * load<f32>(dy + i));
    }
  }
}
