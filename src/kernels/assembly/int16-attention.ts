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

/** context = Σ weights[t] · states[t], in units of the int16 states `[words][width]`; context float32 `[width]`, width a multiple of 8. */
export function weightedStates(words: i32, width: i32, states: usize, weights: usize, context: usize): void {
  const stride = <usize>width << 1;
  for (let i: usize = 0; i < stride; i += 16) {
    let low = f32x4.splat(0), high = low, x = states + i;
    for (let t = 0; t < words; t++, x += stride) {
      const a = v128.load32_splat(weights + (<usize>t << 2)), q = v128.load(x);
      low = madd(f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(q)), a, low);
      high = madd(f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(q)), a, high);
    }
    v128.store(context + (i << 1), low);
    v128.store(context + (i << 1), high, 16);
  }
}
