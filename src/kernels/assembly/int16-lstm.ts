// One direction of an LSTM over a text, int16 weights and int16 states, float32 cells and gates.
//
// A state h is the integer round(8191·h). The recurrent weights are integers with one scale per column, chosen so that
// 8191·Σ|w| < 2^31 down a column: no sum can overflow, whatever the states (src/kernels/inference/int16/columns.ts).
//
// Arithmetic of a step at 128 units: 65,536 multiplications = 8,192 `dot_i16x8_s`, as many additions, 10,240 loads.
// See docs/performance.md for the measured share of the limit.
import { nextCell, sigmoid, tanh } from './int16-gates';
import { round, twoPairs } from './int16-simd';
import { madd } from './simd';

/** Bytes of the weights of four units for one pair of inputs: 4 gates × 4 units × 2 × int16. */
const PAIR: usize = 64;

/**
 * Sums of the four gates of four units → z. Four sums and eight weights a round: V8 before 13 moves all loads of a
 * round to its top, and more of them than registers go through the stack (measured: ×1.5 at eight sums).
 */
@inline export function products(h: usize, end: usize, w: usize, z: usize): void {
  let i = i32x4.splat(0), f = i, g = i, o = i;
  for (; h < end; h += 8, w += 2 * PAIR) {
    const x = v128.load32_splat(h), y = v128.load32_splat(h, 4);
    i = i32x4.add(i, twoPairs(x, v128.load(w, 0), y, v128.load(w, PAIR)));
    f = i32x4.add(f, twoPairs(x, v128.load(w, 16), y, v128.load(w, PAIR + 16)));
    g = i32x4.add(g, twoPairs(x, v128.load(w, 32), y, v128.load(w, PAIR + 32)));
    o = i32x4.add(o, twoPairs(x, v128.load(w, 48), y, v128.load(w, PAIR + 48)));
  }
  v128.store(z, i, 0);
  v128.store(z, f, 16);
  v128.store(z, g, 32);
  v128.store(z, o, 48);
}

@inline function gate(sum: usize, scale: usize, row: usize): v128 {
  return madd(f32x4.convert_i32x4_s(v128.load(sum)), v128.load(scale), v128.load(row));
}

/**
 * @param steps how many words
 * @param units a multiple of 8
 * @param rows `steps` addresses of the words' float32 input products `[units / 4][i f g o][4]`
 * @param rowStride bytes from one address to the next one's: 4, or -4 for right to left
 * @param offset bytes from such an address to this direction's part
 * @param weights int16 `[units / 4][units / 2][i f g o][4][2]`
 * @param scales float32 `[units / 4][i f g o][4]`: of the columns, over 8191
 * @param previous int16 states before the first word, `[units]`
 * @param states where the first word's states go
 * @param stride bytes from one word's states to the next one's (negative: right to left)
 * @param before float32 cells before the first word, `[units]`
 * @param cells where the first word's cells go
 * @param cellStride bytes from one word's cells to the next one's; 0: only the last ones are kept
 * @param sums scratch, int32 `[4 * units]`
 * @param constants see int16-gates.ts
 */
export function int16Lstm(
  steps: i32, units: i32, rows: usize, rowStride: isize, offset: usize, weights: usize, scales: usize,
  previous: usize, states: usize, stride: isize, before: usize, cells: usize, cellStride: isize, sums: usize, constants: usize,
): void {
  const bytes = <usize>units << 1, panel = (<usize>units >> 1) * PAIR;
  for (let step = 0; step < steps; step++) {
    let w = weights, z = sums, line = load<usize>(rows) + offset;
    // All products first, then all gates: 6–9 % faster than computing the gates of four units right after their products.
    for (const end = sums + (bytes << 3); z < end; z += 64, w += panel, line += 64) {
      // Touch one cache line of the gates' row in each round: in a long text it comes from the third-level cache, so load it early.
      load<u8>(line);
      products(previous, previous + bytes, w, z);
    }
    // Two short loops over the units: each has fewer live values, so more rounds overlap (10 % faster than one loop).
    let row = load<usize>(rows) + offset, cell = cells, old = before, s = scales;
    z = sums;
    for (const end = cells + (bytes << 1); cell < end; cell += 16, old += 16, z += 64, s += 64, row += 64) {
      const c = nextCell(gate(z, s, row), gate(z + 16, s + 16, row + 16), gate(z + 32, s + 32, row + 32), v128.load(old), constants);
      v128.store(cell, c);
      v128.store(z, sigmoid(gate(z + 48, s + 48, row + 48), constants));
    }
    z = sums;
    cell = cells;
    for (let out = states, end = out + bytes; out < end; out += 8, z += 64, cell += 16) {
      const h = f32x4.mul(v128.load(z), tanh(v128.load(cell), constants));
      const q = round(f32x4.mul(h, f32x4.splat(8191)));
      v128.store64_lane(out, i16x8.narrow_i32x4_s(q, q), 0);
    }
    previous = states;
    states += stride;
    before = cells;
    cells += cellStride;
    rows += rowStride;
  }
}
