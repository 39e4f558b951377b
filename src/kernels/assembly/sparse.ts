// Rows with few numbers other than zero (n-grams of a text, weighed) times a dense matrix, and the gradients.
//
// Arithmetic: one multiplication and one addition for each entry and unit, one load of the matrix each: bound by the
// second- or third-level cache that holds the matrix (20,000 × 256 floats are 20 MB).
import { floats, madd } from './simd';

/** to[n] += v · from[n] */
@inline function addScaled(from: usize, v: f32, to: usize, n: i32): void {
  const whole = floats(n & ~3), all = floats(n), factor = f32x4.splat(v);
  let i: usize = 0;
  for (; i < whole; i += 16) v128.store(to + i, madd(v128.load(from + i), factor, v128.load(to + i)));
  for (; i < all; i += 4) store<f32>(to + i, load<f32>(to + i) + load<f32>(from + i) * v);
}

/**
 * out[batch][units] = Σi values[b][i] · table[ids[b][i]]; ids int32 and values float32 [batch][count], table
 * [features][units]. Entries whose value is 0 or whose id is outside are skipped.
 */
export function sparseProduct(
  ids: usize, values: usize, batch: i32, count: i32, table: usize, features: i32, units: i32, out: usize,
): void {
  const line = floats(units);
  memory.fill(out, 0, line * <usize>batch);
  for (let b = 0; b < batch; b++, out += line) {
    for (let i = 0; i < count; i++, ids += 4, values += 4) {
      const id = load<i32>(ids), v = load<f32>(values);
      if (v != 0 && <u32>id < <u32>features) addScaled(table + <usize>id * line, v, out, units);
    }
  }
}

/** out[features][units] = Σ values[b][i] · dy[b] for each id: the gradient of the table. */
export function sparseTableGradient(
  ids: usize, values: usize, batch: i32, count: i32, dy: usize, features: i32, units: i32, out: usize,
): void {
  const line = floats(units);
  memory.fill(out, 0, line * <usize>features);
  for (let b = 0; b < batch; b++, dy += line) {
    for (let i = 0; i < count; i++, ids += 4, values += 4) {
      const id = load<i32>(ids), v = load<f32>(values);
      if (v != 0 && <u32>id < <u32>features) addScaled(dy, v, out + <usize>id * line, units);
    }
  }
}

/** out[batch][count] = table[ids[b][i]] · dy[b]: the gradient of the values; 0 where an id is outside. */
export function sparseValueGradient(
  ids: usize, batch: i32, count: i32, table: usize, features: i32, dy: usize, units: i32, out: usize,
): void {
  const line = floats(units), whole = floats(units & ~3);
  for (let b = 0; b < batch; b++, dy += line) {
    for (let i = 0; i < count; i++, ids += 4, out += 4) {
      const id = load<i32>(ids);
      let sum: f32 = 0;
      if (<u32>id < <u32>features) {
        const row = table + <usize>id * line;
        let four = f32x4.splat(0), k: usize = 0;
        for (; k < whole; k += 16) four = madd(v128.load(row + k), v128.load(dy + k), four);
        sum = f32x4.extract_lane(four, 0) + f32x4.extract_lane(four, 1) + (f32x4.extract_lane(four, 2) + f32x4.extract_lane(four, 3));
        for (; k < line; k += 4) sum += load<f32>(row + k) * load<f32>(dy + k);
      }
      store<f32>(out, sum);
    }
  }
}
