// The recurrence of a simple recurrent network (Elman 1990), one step at a time; the products are gemm's.
//
// Arithmetic of a step and a text: units² multiplications in gemm, then units tanh (about 20 instructions and one
// division on four): at 32 units a third of the time is tanh, at 128 a tenth. Backwards: the same products with the
// transpose, and three multiplications instead of the tanh, because its derivative follows from the state.
import { floats, flush } from './simd';
import { vtanh } from './gates';

/**
 * One step after its products: h = tanh(z), rows of n floats, n a multiple of 4. `active` [batch] bytes (0: the row
 * stays as it is), or 0 for all. Strides in bytes.
 */
export function rnnStep(z: usize, zStride: usize, h: usize, stride: usize, batch: i32, n: i32, active: usize): void {
  const end = floats(n);
  for (let b = 0; b < batch; b++, z += zStride, h += stride) {
    if (active && !load<u8>(active + <usize>b)) continue;
    for (let i: usize = 0; i < end; i += 16) v128.store(h + i, vtanh(v128.load(z + i)));
  }
}

/**
 * One step back, before the product with the recurrent kernel's transpose. states, dStates (gradient of this step's
 * output), dh (gradient of the state from the step after), pass (updated: the gradient that a masked row passes on), dz
 * (written: gradient of the pre-activation), all [batch][stride], n floats per row, a multiple of 4.
 */
export function rnnStepGradient(
  states: usize, dStates: usize, dh: usize, pass: usize, dz: usize, stride: usize, batch: i32, n: i32, active: usize,
): void {
  const one = f32x4.splat(1), zero = f32x4.splat(0), end = floats(n);
  for (let b = 0; b < batch; b++) {
    const on = !active || load<u8>(active + <usize>b) != 0;
    for (let i: usize = 0; i < end; i += 16) {
      const d = flush(f32x4.add(f32x4.add(v128.load(dStates + i), v128.load(dh + i)), v128.load(pass + i)));
      const h = v128.load(states + i);
      v128.store(dz + i, on ? flush(f32x4.mul(d, f32x4.sub(one, f32x4.mul(h, h)))) : zero);
      v128.store(pass + i, on ? zero : d);
    }
    states += stride; dStates += stride; dh += stride; pass += stride; dz += stride;
  }
}
