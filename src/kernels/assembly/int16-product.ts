// Rows of int16 times a matrix of int16, plus a bias, to float32: the input products of words, of a second layer, and
// of an attention. Tiles of 2 rows × 16 columns stay in registers: 8 `dot_i16x8_s` for 6 loads. (4 rows × 8 columns,
// with packed rows or without, and 4 sums of two pairs: 1–6 % slower.)
import { madd } from './simd';

@inline function accumulate(sum: v128, x: v128, w: v128): v128 {
  return i32x4.add(sum, i32x4.dot_i16x8_s(x, w));
}

@inline function put(out: usize, sum: v128, rowScale: v128, scales: usize, bias: usize): void {
  v128.store(out, madd(f32x4.convert_i32x4_s(sum), f32x4.mul(rowScale, v128.load(scales)), v128.load(bias)));
}

/**
 * out[m] = bias + rowScales[m] · scales · (rows[m] × weights). The integer sums are exact, so a row's result does not
 * depend on the rows beside it.
 * @param count how many rows, at least 1
 * @param rows `count` addresses of int16 `[inputs]`
 * @param rowScales float32 `[count]`
 * @param inputs even
 * @param weights int16 `[columns / 16][inputs / 2][16][2]`
 * @param columns a multiple of 16
 * @param scales float32 `[columns]`
 * @param bias float32 `[columns]`
 * @param outs `count` addresses of float32 `[columns]`
 */
export function int16Product(
  count: i32, rows: usize, rowScales: usize, inputs: i32, weights: usize, columns: i32,
  scales: usize, bias: usize, outs: usize,
): void {
  const bytes = <usize>inputs << 1, last = count - 1;
  for (let offset: usize = 0, end = <usize>columns << 2; offset < end; offset += 64, weights += bytes << 4) {
    const s = scales + offset, b = bias + offset;
    for (let m = 0; m < count; m += 2) {
      // An odd last row is paired with itself: it is computed twice, with the same result.
      const m0 = <usize>m << 2, m1 = <usize>min(m + 1, last) << 2;
      let x = load<usize>(rows + m0), y = load<usize>(rows + m1), w = weights;
      let x0 = i32x4.splat(0), x1 = x0, x2 = x0, x3 = x0, y0 = x0, y1 = x0, y2 = x0, y3 = x0;
      for (const to = x + bytes; x < to; x += 4, y += 4, w += 64) {
        const u = v128.load32_splat(x), v = v128.load32_splat(y);
        let q = v128.load(w);
        x0 = accumulate(x0, u, q); y0 = accumulate(y0, v, q);
        q = v128.load(w, 16);
        x1 = accumulate(x1, u, q); y1 = accumulate(y1, v, q);
        q = v128.load(w, 32);
        x2 = accumulate(x2, u, q); y2 = accumulate(y2, v, q);
        q = v128.load(w, 48);
        x3 = accumulate(x3, u, q); y3 = accumulate(y3, v, q);
      }
      const p = load<usize>(outs + m0) + offset, q = load<usize>(outs + m1) + offset;
      const i = v128.load32_splat(rowScales + m0), j = v128.load32_splat(rowScales + m1);
      put(p, x0, i, s, b); put(p + 16, x1, i, s + 16, b + 16); put(p + 32, x2, i, s + 32, b + 32); put(p + 48, x3, i, s + 48, b + 48);
      put(q, y0, j, s, b); put(q + 16, y1, j, s + 16, b + 16); put(q + 32, y2, j, s + 32, b + 32); put(q + 48, y3, j, s + 48, b + 48);
    }
  }
}
