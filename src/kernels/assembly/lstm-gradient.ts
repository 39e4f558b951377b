// Back-propagation through time for the LSTM, one step at a time, and the sum of columns for the bias.
import { floats, flush, madd } from './simd';
import { vtanh } from './gates';

/**
 * One step of the batch, before the product with the recurrent kernel's transpose.
 * gates, dz [batch][zStride] in gate order; cells, cellsBefore, dStates, dCells (gradients of this step's outputs),
 * dh (gradient of the state from the step after), dc (same of the cell; updated), pass (updated: the gradient that a
 * masked row passes on unchanged), all [batch][stride]. `active` as in lstmStep. Strides in bytes.
 */
export function lstmStepGradient(
  gates: usize, dz: usize, zStride: usize, cells: usize, cellsBefore: usize, dStates: usize, dCells: usize,
  dh: usize, dc: usize, pass: usize, stride: usize, batch: i32, groups: i32, active: usize,
): void {
  const one = f32x4.splat(1), zero = f32x4.splat(0);
  for (let b = 0; b < batch; b++) {
    const row = <usize>b * stride, line = <usize>b * zStride;
    const on = !active || load<u8>(active + <usize>b) != 0;
    for (let g: usize = 0; g < <usize>groups; g++) {
      const u = row + (g << 4), k = gates + line + (g << 6), d = dz + line + (g << 6);
      const h = f32x4.add(f32x4.add(v128.load(dStates + u), v128.load(dh + u)), v128.load(pass + u));
      const c = f32x4.add(v128.load(dc + u), v128.load(dCells + u));
      if (on) {
        const i = v128.load(k), f = v128.load(k, 16), t = v128.load(k, 32), o = v128.load(k, 48);
        const tc = vtanh(v128.load(cells + u));
        const dcell = madd(f32x4.mul(h, o), f32x4.sub(one, f32x4.mul(tc, tc)), c);
        v128.store(d, flush(f32x4.mul(f32x4.mul(dcell, t), f32x4.mul(i, f32x4.sub(one, i)))));
        v128.store(d, flush(f32x4.mul(f32x4.mul(dcell, v128.load(cellsBefore + u)), f32x4.mul(f, f32x4.sub(one, f)))), 16);
        v128.store(d, flush(f32x4.mul(f32x4.mul(dcell, i), f32x4.sub(one, f32x4.mul(t, t)))), 32);
        v128.store(d, flush(f32x4.mul(f32x4.mul(h, tc), f32x4.mul(o, f32x4.sub(one, o)))), 48);
        v128.store(dc + u, flush(f32x4.mul(dcell, f)));
        v128.store(pass + u, zero);
      } else {
        v128.store(d, zero); v128.store(d, zero, 16); v128.store(d, zero, 32); v128.store(d, zero, 48);
        v128.store(dc + u, flush(c));
        v128.store(pass + u, flush(h));
      }
    }
  }
}

/** a [count] rows of n floats (n a multiple of 4), each flushed, times `factors` rows where given. In place. */
export function flushRows(a: usize, stride: usize, count: i32, n: i32, factors: usize, factorStride: usize): void {
  const end = floats(n);
  for (let r = 0; r < count; r++) {
    for (let i: usize = 0; i < end; i += 16) {
      const x = factors ? f32x4.mul(v128.load(a + i), v128.load(factors + i)) : v128.load(a + i);
      v128.store(a + i, flush(x));
    }
    a += stride;
    if (factors) factors += factorStride;
  }
}

/** out[n] = sum of `rows` rows of z; n a multiple of 4. */
export function sumRows(z: usize, stride: usize, rows: i32, n: i32, out: usize): void {
  const end = floats(n);
  for (let i: usize = 0; i < end; i += 16) v128.store(out + i, f32x4.splat(0));
  for (let r = 0; r < rows; r++) {
    for (let i: usize = 0; i < end; i += 16) v128.store(out + i, f32x4.add(v128.load(out + i), v128.load(z + i)));
    z += stride;
  }
}
