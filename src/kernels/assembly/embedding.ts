// An embedding, forwards and backwards: rows selected by number, and the gradient of that.
import { copyRow } from './rows';
import { floats } from './simd';

/** out[count][width] = rows of x[rows][width] by ids[count] (int32); zeros for an id outside. */
export function gatherRows(x: usize, rows: i32, width: i32, ids: usize, count: i32, out: usize): void {
  const line = floats(width);
  for (let i = 0; i < count; i++) {
    const id = load<i32>(ids + floats(i));
    if (<u32>id < <u32>rows) copyRow(x + <usize>id * line, out, width);
    else memory.fill(out, 0, line);
    out += line;
  }
}

/** out[segments][width] = sums of x[count][width] by ids[count] (int32); rows with an id outside are dropped. */
export function segmentSum(x: usize, ids: usize, count: i32, width: i32, segments: i32, out: usize): void {
  memory.fill(out, 0, floats(width) * <usize>segments);
  addRows(x, ids, count, width, segments, out);
}

/** The same, added to the numbers at `out`. */
export function addRows(x: usize, ids: usize, count: i32, width: i32, segments: i32, out: usize): void {
  const line = floats(width), whole = floats(width & ~3);
  for (let r = 0; r < count; r++) {
    const id = load<i32>(ids + floats(r));
    if (<u32>id < <u32>segments) {
      const to = out + <usize>id * line;
      let i: usize = 0;
      for (; i < whole; i += 16) v128.store(to + i, f32x4.add(v128.load(to + i), v128.load(x + i)));
      for (; i < line; i += 4) store<f32>(to + i, load<f32>(to + i) + load<f32>(x + i));
    }
    x += line;
  }
}

/** Writes the numbers of the rows of x[rows][width] that are not all zero to ids (int32); returns how many. */
export function usedRows(x: usize, rows: i32, width: i32, ids: usize): i32 {
  const line = floats(width), whole = floats(width & ~3);
  let count = 0;
  for (let r = 0; r < rows; r++, x += line) {
    let used = false;
    let i: usize = 0;
    for (; i < whole && !used; i += 16) used = v128.any_true(f32x4.ne(v128.load(x + i), f32x4.splat(0)));
    for (; i < line && !used; i += 4) used = load<f32>(x + i) != 0;
    if (used) store<i32>(ids + floats(count++), r);
  }
  return count;
}
