// Packing of float32 matrices for the int16 kernels: first the statistics that a column's scale depends on, then the integers.
// It runs once for a model, before V8 has optimised JavaScript; WebAssembly is fast from the start.

/**
 * Σ|x|, Σx² and max|x| of each column, summed from the top row down.
 * @param matrix float32 `[rows][columns]`; 4 bytes after it may be read
 * @param out float64 `[3][columns + 1]`
 */
export function measureColumns(matrix: usize, rows: i32, columns: i32, out: usize): void {
  const line = <usize>columns << 2, part = <usize>(columns + 1) << 3;
  for (let column: usize = 0; column < <usize>columns; column += 2) {
    let sum = f64x2.splat(0), squares = sum, largest = sum;
    let at = matrix + (column << 2);
    for (let row = 0; row < rows; row++, at += line) {
      const x = f64x2.abs(f64x2.promote_low_f32x4(v128.load64_zero(at)));
      sum = f64x2.add(sum, x);
      squares = f64x2.add(squares, f64x2.mul(x, x));
      largest = f64x2.pmax(largest, x);
    }
    const to = out + (column << 3);
    // The second lane of an odd last column is overwritten by the next part, or lies in the spare place at the end.
    v128.store(to, sum);
    v128.store(to + part, squares);
    v128.store(to + 2 * part, largest);
  }
}

/**
 * Writes column `from[n]` of a matrix, quantized, as column n of panels of 16; skips n where `from[n]` is -1.
 * @param matrix float32 `[rows][columns]`
 * @param places int32 `[rows]`: the row's place in a panel, in int16
 * @param from int32 `[count]`
 * @param inverses float64 `[count]`: what the column is multiplied with
 * @param count of packed columns
 * @param height rows of the packed matrix
 * @param out int16 `[count / 16][height / 2][16][2]`, zeros
 */
export function packColumns(
  matrix: usize, rows: i32, columns: i32, places: usize, from: usize, inverses: usize, count: i32, height: i32, out: usize,
): void {
  const line = <usize>columns << 2;
  for (let n = 0; n < count; n++) {
    const column = load<i32>(from + (<usize>n << 2));
    if (column < 0) continue;
    const inverse = load<f64>(inverses + (<usize>n << 3));
    const panel = out + <usize>((n >> 4) * height << 5) + (<usize>(n & 15) << 2);
    let at = matrix + (<usize>column << 2), place = places;
    for (const end = places + (<usize>rows << 2); place < end; place += 4, at += line) {
      // Adding 1.5·2^52 leaves the nearest integer in the lowest bits.
      const q = reinterpret<i64>(<f64>load<f32>(at) * inverse + 6755399441055744.0);
      store<i16>(panel + (<usize>load<i32>(place) << 1), <i16>q);
    }
  }
}
