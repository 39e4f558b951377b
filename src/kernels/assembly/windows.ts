// Convolutions over words from precomputed products: row t has the products of word t with all parts of the filter, one after
// the other, so the result for a window of `width` words is the sum of one part from each of its rows.
//
// Arithmetic: words · width · filters additions, one load each: bound by loads, two a cycle. At width 3 and 64 filters over
// 100 words: 4,800 loads of four, some 0.6 µs at the limit where the rows are near.

@inline function windowOf(rows: usize, first: i32, end: i32, part: usize, line: usize, start: v128): v128 {
  let sum = start;
  for (let t = first; t < end; t++, part += line) sum = f32x4.add(sum, v128.load(load<usize>(rows + (<usize>t << 2)) + part));
  return sum;
}

/**
 * out[t] = relu(bias + Σj part j of row t + j − left) for words t = from … to − 1; words outside the text are skipped.
 * @param rows `words` addresses of float32 rows
 * @param offset bytes from such an address to the first part
 * @param columns of a part, a multiple of 4
 * @param bias float32 `[columns]`
 * @param out float32 `[to − from][columns]`
 */
export function windowSums(
  from: i32, to: i32, words: i32, rows: usize, offset: usize, width: i32, left: i32, columns: i32, bias: usize, out: usize,
): void {
  const line = <usize>columns << 2;
  for (let t = from; t < to; t++, out += line) {
    const first = max(0, t - left), end = min(words, t - left + width);
    const part = offset + <usize>(first - t + left) * line;
    for (let i: usize = 0; i < line; i += 16) {
      v128.store(out + i, f32x4.pmax(f32x4.splat(0), windowOf(rows, first, end, part + i, line, v128.load(bias + i))));
    }
  }
}

/** out = max(out, bias + Σj part j of row t + j) over words t = from … to − 1; parameters as above. */
export function windowLargest(
  from: i32, to: i32, words: i32, rows: usize, offset: usize, width: i32, columns: i32, bias: usize, out: usize,
): void {
  const line = <usize>columns << 2;
  for (let i: usize = 0; i < line; i += 16) {
    let best = v128.load(out + i);
    const start = v128.load(bias + i);
    for (let t = from; t < to; t++) best = f32x4.pmax(best, windowOf(rows, t, min(words, t + width), offset + i, line, start));
    v128.store(out + i, best);
  }
}

/** x = relu(x), n floats, a multiple of 4. */
export function reluAll(x: usize, n: i32): void {
  for (const end = x + (<usize>n << 2); x < end; x += 16) v128.store(x, f32x4.pmax(f32x4.splat(0), v128.load(x)));
}
