// The largest value of each feature in windows of words, and its place. One comparison and two selections for each value.
import { floats } from './simd';

/**
 * out[outTime][channels] = the largest of x[time][channels] over the words o·stride … o·stride + width - 1 that exist and
 * whose mask is not 0 (`mask` [time] floats, or 0 for all); `where` (int32, shaped like out) is its place, the first among
 * equals. A window without a word gives 0 and the place -1.
 */
export function maxPool(
  x: usize, mask: usize, time: i32, channels: i32, width: i32, stride: i32, out: usize, where: usize, outTime: i32,
): void {
  const line = floats(channels), whole = floats(channels & ~3);
  for (let o = 0; o < outTime; o++, out += line, where += line) {
    const first = o * stride, end = min(first + width, time);
    let i: usize = 0;
    for (; i < whole; i += 16) {
      let best = f32x4.splat(-Infinity), place = i32x4.splat(-1);
      for (let t = first; t < end; t++) {
        if (mask && load<f32>(mask + floats(t)) == 0) continue;
        const value = v128.load(x + <usize>t * line + i), better = f32x4.gt(value, best);
        best = v128.bitselect(value, best, better);
        place = v128.bitselect(i32x4.splat(t), place, better);
      }
      v128.store(out + i, v128.and(best, i32x4.ge_s(place, i32x4.splat(0))));
      v128.store(where + i, place);
    }
    for (; i < line; i += 4) {
      let best: f32 = -Infinity, place = -1;
      for (let t = first; t < end; t++) {
        if (mask && load<f32>(mask + floats(t)) == 0) continue;
        const value = load<f32>(x + <usize>t * line + i);
        if (value > best) { best = value; place = t; }
      }
      store<f32>(out + i, place < 0 ? 0 : best);
      store<i32>(where + i, place);
    }
  }
}

/** dx[time][channels] (zeros before) += dy[outTime][channels] at the places. */
export function maxPoolGradient(dy: usize, where: usize, channels: i32, outTime: i32, dx: usize): void {
  const line = floats(channels);
  for (let o = 0; o < outTime; o++) {
    for (let i: usize = 0; i < line; i += 4) {
      const place = load<i32>(where + i);
      const to = dx + <usize>place * line + i;
      if (place >= 0) store<f32>(to, load<f32>(to) + load<f32>(dy + i));
    }
    dy += line;
    where += line;
  }
}
