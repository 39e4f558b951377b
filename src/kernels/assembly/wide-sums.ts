// Rows of float32 times a matrix, summed in float64 from the first value of a row to the last: the hidden layer of a rationale
// head, whose bytes are those of the same sums in JavaScript, one after another.

@inline function add(sum: v128, x: v128, w: v128): v128 {
  return f64x2.add(sum, f64x2.mul(x, w));
}

/**
 * out[row] = starts + row × matrix
 * @param count how many rows
 * @param rows float32 `[count][width]`
 * @param panels float64 `[columns / 8][width][8]`
 * @param columns a multiple of 8
 * @param starts float64 `[columns]`
 * @param out float64 `[count][columns]`
 */
export function wideSums(count: i32, rows: usize, width: i32, panels: usize, columns: i32, starts: usize, out: usize): void {
  const line = <usize>width << 2, bytes = <usize>columns << 3;
  for (const end = rows + <usize>count * line; rows < end; rows += line, out += bytes) {
    let w = panels;
    for (let column: usize = 0; column < bytes; column += 64) {
      const s = starts + column, o = out + column;
      let a = v128.load(s, 0), b = v128.load(s, 16), c = v128.load(s, 32), d = v128.load(s, 48);
      for (let x = rows, to = rows + line; x < to; x += 4, w += 64) {
        const value = f64x2.splat(<f64>load<f32>(x));
        a = add(a, value, v128.load(w, 0));
        b = add(b, value, v128.load(w, 16));
        c = add(c, value, v128.load(w, 32));
        d = add(d, value, v128.load(w, 48));
      }
      v128.store(o, a, 0);
      v128.store(o, b, 16);
      v128.store(o, c, 32);
      v128.store(o, d, 48);
    }
  }
}
