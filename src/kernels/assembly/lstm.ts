// The recurrence of an LSTM (Hochreiter and Schmidhuber 1997, with forget gates: Gers et al. 2000), one direction.
import { madd } from './simd';
import { vsigmoid, vtanh } from './gates';

/**
 * One step after its products. z [batch][zStride]: pre-activations in gate order, replaced by the activated gates.
 * c and h [batch][stride]: cells and states, updated in place. `active` [batch] bytes (0: the row stays as it is),
 * or 0 for all. Strides in bytes.
 */
export function lstmStep(z: usize, zStride: usize, h: usize, c: usize, stride: usize, batch: i32, groups: i32, active: usize): void {
  for (let b = 0; b < batch; b++) {
    if (!active || load<u8>(active + <usize>b)) {
      for (let g: usize = 0; g < <usize>groups; g++) {
        const k = z + (g << 6), u = g << 4;
        const i = vsigmoid(v128.load(k)), f = vsigmoid(v128.load(k, 16)), t = vtanh(v128.load(k, 32)), o = vsigmoid(v128.load(k, 48));
        const cell = madd(f, v128.load(c + u), f32x4.mul(i, t));
        v128.store(k, i); v128.store(k, f, 16); v128.store(k, t, 32); v128.store(k, o, 48);
        v128.store(c + u, cell);
        v128.store(h + u, f32x4.mul(o, vtanh(cell)));
      }
    }
    z += zStride;
    h += stride;
    c += stride;
  }
}
