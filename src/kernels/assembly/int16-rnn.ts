// One direction of a simple recurrent network (Elman 1990) over a text: h = tanh(x·W + h·U + b), int16 weights and states.
// States and scales as in int16-lstm.ts, and its products: a panel is sixteen columns, which there are four gates of four units.
//
// Arithmetic of a step at 32 units: 1,024 multiplications = 128 `dot_i16x8_s`, and eight tanh of four: both take about as
// long, and a step waits for the one before it. Measured share of the limit of the products alone: docs/performance.md.
import { tanh } from './int16-gates';
import { products } from './int16-lstm';
import { round } from './int16-simd';
import { madd } from './simd';

/**
 * @param steps how many words
 * @param units a multiple of 8
 * @param rows `steps` addresses of the words' float32 input products
 * @param rowStride bytes from one address to the next one's: 4, or -4 for right to left
 * @param offset bytes from such an address to this direction's part
 * @param weights int16 `[ceil(units / 16)][units / 2][16][2]`
 * @param scales float32, of the columns, over 8191
 * @param previous int16 states before the first word, `[units]`
 * @param states where the first word's states go
 * @param stride bytes from one word's states to the next one's (negative: right to left)
 * @param sums scratch, int32, whole panels
 * @param constants see int16-gates.ts
 */
export function int16Rnn(
  steps: i32, units: i32, rows: usize, rowStride: isize, offset: usize, weights: usize, scales: usize,
  previous: usize, states: usize, stride: isize, sums: usize, constants: usize,
): void {
  const bytes = <usize>units << 1, panel = (<usize>units >> 1) << 6;
  for (let step = 0; step < steps; step++) {
    let w = weights;
    for (let z = sums, end = sums + (bytes << 1); z < end; z += 64, w += panel) products(previous, previous + bytes, w, z);
    let z = sums, s = scales, row = load<usize>(rows) + offset;
    for (let out = states, end = states + bytes; out < end; out += 8, z += 16, s += 16, row += 16) {
      const h = tanh(madd(f32x4.convert_i32x4_s(v128.load(z)), v128.load(s), v128.load(row)), constants);
      const q = round(f32x4.mul(h, f32x4.splat(8191)));
      v128.store64_lane(out, i16x8.narrow_i32x4_s(q, q), 0);
    }
    previous = states;
    states += stride;
    rows += rowStride;
  }
}
