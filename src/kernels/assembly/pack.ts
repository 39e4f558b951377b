// Weights into panels. "Gate order" of columns: units in groups of four, each group 16 columns i i i i f f f f c c c c
// o o o o, so that one panel holds all that four units need. Keras's order is [i | f | c | o], each `units` wide.
import { floats } from './simd';

/** Row r, gate-order column n of a Keras kernel [rows][4 * units]; zero for padding units. */
@inline function at(kernel: usize, r: i32, n: i32, units: i32): f32 {
  const unit = (n >> 4 << 2) + (n & 3);
  if (unit >= units) return 0;
  return load<f32>(kernel + floats((r * 4 + (n >> 2 & 3)) * units + unit));
}

/** Keras kernel [rows][4 * units] into panels [groups][rowsPadded][16]; padding rows are zero. A bias is one row. */
export function packGates(kernel: usize, rows: i32, rowsPadded: i32, units: i32, out: usize): void {
  const groups = (units + 3) >> 2, gate = floats(units);
  for (let g = 0; g < groups; g++) {
    const whole = (g + 1) << 2 <= units;
    for (let r = 0; r < rowsPadded; r++) {
      if (whole && r < rows) {
        const from = kernel + floats(r * 4 * units + (g << 2));
        v128.store(out, v128.load(from)); v128.store(out, v128.load(from + gate), 16);
        v128.store(out, v128.load(from + gate * 2), 32); v128.store(out, v128.load(from + gate * 3), 48);
        out += 64;
        continue;
      }
      for (let j = 0; j < 16; j++) {
        store<f32>(out, r < rows ? at(kernel, r, (g << 4) + j, units) : 0);
        out += 4;
      }
    }
  }
}

/** The transpose of a Keras kernel [rows][4 * units]: panels [ceil(rows / 16)][16 * groups][16], K in gate order. */
export function packGatesTransposed(kernel: usize, rows: i32, units: i32, out: usize): void {
  const K = (units + 3) >> 2 << 4;
  for (let p = 0; p < rows; p += 16) {
    for (let n = 0; n < K; n++) {
      for (let j = p; j < p + 16; j++) {
        store<f32>(out, j < rows ? at(kernel, j, n, units) : 0);
        out += 4;
      }
    }
  }
}

/** Gate order [rows][16 * groups] back into a Keras kernel [rows][4 * units]. */
export function unpackGates(packed: usize, rows: i32, units: i32, kernel: usize): void {
  const line = floats((units + 3) >> 2 << 4);
  for (let r = 0; r < rows; r++) {
    for (let gate = 0; gate < 4; gate++) {
      for (let u = 0; u < units; u++) {
        store<f32>(kernel, load<f32>(packed + floats((u >> 2 << 4) + (gate << 2) + (u & 3))));
        kernel += 4;
      }
    }
    packed += line;
  }
}

/**
 * Any matrix into panels [ceil(columns / 16)][rowsPadded][16]; element (r, c) lies at r * rowStride + c * columnStride
 * floats, so a transpose costs nothing but strides. Padding is zero.
 */
export function packMatrix(
  from: usize, rowStride: i32, columnStride: i32, rows: i32, rowsPadded: i32, columns: i32, out: usize,
): void {
  for (let p = 0; p < columns; p += 16) {
    const whole = columnStride == 1 && p + 16 <= columns;
    for (let r = 0; r < rowsPadded; r++) {
      const row = from + floats(r * rowStride + p * columnStride);
      if (r < rows && whole) {
        v128.store(out, v128.load(row)); v128.store(out, v128.load(row, 16), 16);
        v128.store(out, v128.load(row, 32), 32); v128.store(out, v128.load(row, 48), 48);
      } else {
        for (let j = 0; j < 16; j++) {
          store<f32>(out + floats(j), r < rows && p + j < columns ? load<f32>(row + floats(j * columnStride)) : 0);
        }
      }
      out += 64;
    }
  }
}

/** from[K][M] into rows out[M][padded]; padding is zero. Blocks of sixteen rows stay within the cache. */
export function transposeRows(from: usize, M: i32, K: i32, out: usize, padded: i32): void {
  for (let m0 = 0; m0 < M; m0 += 16) {
    const end = min(m0 + 16, M);
    for (let k = 0; k < padded; k++) {
      const row = from + floats(k * M);
      for (let m = m0; m < end; m++) store<f32>(out + floats(m * padded + k), k < K ? load<f32>(row + floats(m)) : 0);
    }
  }
}
