// Matrix products over panels: B is packed as [columns / 16][K][16], so that one round reads one cache line of it.
// Four sums and two steps of K a round stay in registers even where V8 (Node 20, 22) moves every load of a loop to its
// top. One row and two rows add in the same order: a text has the same states alone and in any batch, bit for bit.
import { floats, madd } from './simd';

@inline function oneRow(a: usize, K: i32, panel: usize, init: usize, out: usize): void {
  let s0 = v128.load(init), s1 = v128.load(init, 16), s2 = v128.load(init, 32), s3 = v128.load(init, 48);
  const end = a + floats(K);
  while (a < end) {
    const x = v128.load32_splat(a), y = v128.load32_splat(a, 4);
    s0 = f32x4.add(s0, madd(x, v128.load(panel), f32x4.mul(y, v128.load(panel, 64))));
    s1 = f32x4.add(s1, madd(x, v128.load(panel, 16), f32x4.mul(y, v128.load(panel, 80))));
    s2 = f32x4.add(s2, madd(x, v128.load(panel, 32), f32x4.mul(y, v128.load(panel, 96))));
    s3 = f32x4.add(s3, madd(x, v128.load(panel, 48), f32x4.mul(y, v128.load(panel, 112))));
    a += 8;
    panel += 128;
  }
  v128.store(out, s0); v128.store(out, s1, 16); v128.store(out, s2, 32); v128.store(out, s3, 48);
}

@inline function twoRowsBy8(
  a: usize, aStride: usize, K: i32, panel: usize, init: usize, initStride: usize, out: usize, outStride: usize,
): void {
  const below = init + initStride;
  let s0 = v128.load(init), s1 = v128.load(init, 16), t0 = v128.load(below), t1 = v128.load(below, 16);
  const end = a + floats(K);
  let c = a + aStride;
  while (a < end) {
    const p0 = v128.load(panel), p1 = v128.load(panel, 16), q0 = v128.load(panel, 64), q1 = v128.load(panel, 80);
    let x = v128.load32_splat(a), y = v128.load32_splat(a, 4);
    s0 = f32x4.add(s0, madd(x, p0, f32x4.mul(y, q0))); s1 = f32x4.add(s1, madd(x, p1, f32x4.mul(y, q1)));
    x = v128.load32_splat(c); y = v128.load32_splat(c, 4);
    t0 = f32x4.add(t0, madd(x, p0, f32x4.mul(y, q0))); t1 = f32x4.add(t1, madd(x, p1, f32x4.mul(y, q1)));
    a += 8;
    c += 8;
    panel += 128;
  }
  v128.store(out, s0); v128.store(out, s1, 16);
  out += outStride;
  v128.store(out, t0); v128.store(out, t1, 16);
}

/** Two rows by the sixteen columns of a panel, eight at a time. */
@inline function twoRows(
  a: usize, aStride: usize, K: i32, panel: usize, init: usize, initStride: usize, out: usize, outStride: usize,
): void {
  twoRowsBy8(a, aStride, K, panel, init, initStride, out, outStride);
  twoRowsBy8(a, aStride, K, panel + 32, init + 32, initStride, out + 32, outStride);
}

/**
 * out[M][16 * panels] = init + a[M][K] * B. K is even. Strides in bytes; `initStride` 0 repeats one row (a bias), and
 * `init` may be `out` (accumulate).
 */
export function gemm(
  a: usize, aStride: usize, M: i32, K: i32, B: usize, panels: i32,
  init: usize, initStride: usize, out: usize, outStride: usize,
): void {
  const panelBytes = floats(K) << 4;
  for (let p = 0; p < panels; p++) {
    const column = <usize>p << 6;
    let row = a, from = init + column, to = out + column, m = M;
    for (; m >= 2; m -= 2) {
      twoRows(row, aStride, K, B, from, initStride, to, outStride);
      row += aStride << 1;
      from += initStride << 1;
      to += outStride << 1;
    }
    if (m) oneRow(row, K, B, from, to);
    B += panelBytes;
  }
}

/** C[M][N] += X[rows][M]^T * Z[rows][N]. M a multiple of 4, N of 8. Strides in bytes, C tight. */
export function gemmTransposed(x: usize, xStride: usize, z: usize, zStride: usize, rows: i32, M: i32, N: i32, C: usize): void {
  const line = floats(N);
  for (let n = 0; n < N; n += 8) {
    for (let m = 0; m < M; m += 4) {
      let a = x + floats(m), b = z + floats(n);
      const o = C + <usize>m * line + floats(n), o1 = o + line, o2 = o1 + line, o3 = o2 + line;
      let r00 = v128.load(o), r01 = v128.load(o, 16), r10 = v128.load(o1), r11 = v128.load(o1, 16);
      let r20 = v128.load(o2), r21 = v128.load(o2, 16), r30 = v128.load(o3), r31 = v128.load(o3, 16);
      for (let r = 0; r < rows; r++) {
        const w0 = v128.load(b), w1 = v128.load(b, 16);
        let v = v128.load32_splat(a);
        r00 = madd(v, w0, r00); r01 = madd(v, w1, r01);
        v = v128.load32_splat(a, 4);
        r10 = madd(v, w0, r10); r11 = madd(v, w1, r11);
        v = v128.load32_splat(a, 8);
        r20 = madd(v, w0, r20); r21 = madd(v, w1, r21);
        v = v128.load32_splat(a, 12);
        r30 = madd(v, w0, r30); r31 = madd(v, w1, r31);
        a += xStride;
        b += zStride;
      }
      v128.store(o, r00); v128.store(o, r01, 16); v128.store(o1, r10); v128.store(o1, r11, 16);
      v128.store(o2, r20); v128.store(o2, r21, 16); v128.store(o3, r30); v128.store(o3, r31, 16);
    }
  }
}
