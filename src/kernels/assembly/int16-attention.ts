// The first and the last part of an attention over a text: scores from hidden rows, and the weighted sum of the states.
// The product before is int16-product.ts; the caller computes the softmax (a few exponentials).
//
// Arithmetic of a text: words·hidden tanh (about 15 instructions on four values), then words·width multiplications:
// together under 5 % of a BiLSTM(128).
import { tanh } from './int16-gates';
import { sumLanes } from './int16-simd';
import { madd } from './simd';

/** scores[t] = v · tanh(hidden[t]); hidden float32 `[words][width]`, v `[width]`, width a multiple of 4. */
export function attentionScores(words: i32, width: i32, hidden: usize, v: usize, scores: usize, constants: usize): void {
  const bytes = <usize>width << 2;
  for (let t = 0; t < words; t++, hidden += bytes, scores += 4) {
    let sum = f32x4.splat(0);
    for (let i: usize = 0; i < bytes; i += 16) sum = madd(tanh(v128.load(hidden + i), constants), v128.load(v + i), sum);
    store<f32>(scores, sumLanes(sum));
  }
}

/**
 * hidden[t] = bias + scales · (one[t] + other[t]): what `int16Product` gives for a row whose two parts have these sums.
 * @param ones `words` addresses, `offset` bytes before int32 `[width]`; so are `others`
 * @param hidden float32 `[words][width]`, width a multiple of 4
 */
export function joinedSums(
  words: i32, width: i32, ones: usize, others: usize, offset: usize, scales: usize, bias: usize, hidden: usize,
): void {
  const bytes = <usize>width << 2;
  for (const end = ones + (<usize>words << 2); ones < end; ones += 4, others += 4) {
    const one = load<usize>(ones) + offset, other = load<usize>(others) + offset;
    for (let i: usize = 0; i < bytes; i += 16, hidden += 16) {
      const sum = i32x4.add(v128.load(one + i), v128.load(other + i));
      v128.store(hidden, madd(f32x4.convert_i32x4_s(sum), v128.load(scales + i), v128.load(bias + i)));
    }
  }
}

/**
 * context = Σ weights[t] · states[t], in units of the int16 states; context float32 `[width]`, width a multiple of 8.
 * @param states `words` addresses, `offset` bytes before int16 `[width]`
 */
export function weightedStates(words: i32, width: i32, states: usize, offset: usize, weights: usize, context: usize): void {
  const bytes = <usize>width << 1;
  for (let i: usize = 0; i < bytes; i += 16) {
    let low = f32x4.splat(0), high = low;
    for (let t: usize = 0, end = <usize>words << 2; t < end; t += 4) {
      const a = v128.load32_splat(weights + t), q = v128.load(load<usize>(states + t) + offset + i);
      low = madd(f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(q)), a, low);
      high = madd(f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(q)), a, high);
    }
    v128.store(context + (i << 1), low);
    v128.store(context + (i << 1), high, 16);
  }
}

/** Copies int16 `[width]`, `offset` bytes after each of `words` addresses, to rows `stride` bytes apart; width a multiple of 8. */
export function gatherStates(words: i32, states: usize, offset: usize, width: i32, out: usize, stride: usize): void {
  const bytes = <usize>width << 1;
  for (const end = states + (<usize>words << 2); states < end; states += 4, out += stride) {
    const from = load<usize>(states) + offset;
    for (let i: usize = 0; i < bytes; i += 16) v128.store(out + i, v128.load(from + i));
  }
}
