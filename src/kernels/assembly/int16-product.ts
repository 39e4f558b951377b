// Rows of int16 times a matrix of int16, plus a bias, to float32: the input products of words, of a second layer, and
// of an attention. Tiles of 2 rows × 16 columns stay in registers: 8 `dot_i16x8_s` for 6 loads. (4 rows × 8 columns,
// with packed rows or without, and 4 sums of two pairs: 1–6 % slower.)
import { madd } from './simd';

@inline function accumulate(sum: v128, x: v128, w: v128): v128 {
  return i32x4.add(sum, i32x4.dot_i16x8_s(x, w));
}

/** Sums of two rows with 16 columns of weights, from `w` on, go to `p` and `q`. */
@inline function tile(x: usize, y: usize, bytes: usize, w: usize, p: usize, q: usize): void {
  let x0 = i32x4.splat(0), x1 = x0, x2 = x0, x3 = x0, y0 = x0, y1 = x0, y2 = x0, y3 = x0;
  for (const to = x + bytes; x < to; x += 4, y += 4, w += 64) {
    const u = v128.load32_splat(x), v = v128.load32_splat(y);
    let c = v128.load(w);
    x0 = accumulate(x0, u, c); y0 = accumulate(y0, v, c);
    c = v128.load(w, 16);
    x1 = accumulate(x1, u, c); y1 = accumulate(y1, v, c);
    c = v128.load(w, 32);
    x2 = accumulate(x2, u, c); y2 = accumulate(y2, v, c);
    c = v128.load(w, 48);
    x3 = accumulate(x3, u, c); y3 = accumulate(y3, v, c);
  }
  v128.store(p, x0); v128.store(p, x1, 16); v128.store(p, x2, 32); v128.store(p, x3, 48);
  v128.store(q, y0); v128.store(q, y1, 16); v128.store(q, y2, 32); v128.store(q, y3, 48);
}

/** The sums at `out` become bias + rowScale · scales · sums. */
@inline function scaled(out: usize, rowScale: v128, scales: usize, bias: usize): void {
  for (let i: usize = 0; i < 64; i += 16)
    v128.store(out + i, madd(f32x4.convert_i32x4_s(v128.load(out + i)), f32x4.mul(rowScale, v128.load(scales + i)), v128.load(bias + i)));
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
      const p = load<usize>(outs + m0) + offset, q = load<usize>(outs + m1) + offset;
      tile(load<usize>(rows + m0), load<usize>(rows + m1), bytes, weights, p, q);
      scaled(p, v128.load32_splat(rowScales + m0), s, b);
      if (m1 > m0) scaled(q, v128.load32_splat(rowScales + m1), s, b);
    }
  }
}

/**
 * out[m] = rows[m] × weights, for rows that are a part of what the weights are for: sums of parts add up to those of the whole,
 * exactly.
 * @param rows the first of `count` rows, int16 `[inputs]`, and `rowStride` the bytes from one to the next
 * @param weights of the part, in the first panel
 * @param panel bytes from there to the next panel
 * @param columns a multiple of 16
 * @param outs the first of `count` results, int32 `[columns]`, and `outStride` the bytes from one to the next
 */
export function int16Sums(
  count: i32, rows: usize, rowStride: usize, inputs: i32, weights: usize, panel: usize, columns: i32, outs: usize, outStride: usize,
): void {
  const bytes = <usize>inputs << 1;
  for (let offset: usize = 0, end = <usize>columns << 2; offset < end; offset += 64, weights += panel) {
    for (let m = 0; m < count; m += 2) {
      const n = min(m + 1, count - 1), out = outs + offset;
      tile(rows + <usize>m * rowStride, rows + <usize>n * rowStride, bytes, weights, out + <usize>m * outStride, out + <usize>n * outStride);
    }
  }
}
