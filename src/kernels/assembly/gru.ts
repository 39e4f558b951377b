// The recurrence of a gated recurrent unit (Cho et al. 2014), one step at a time; the products are gemm's.
//
// Rows have four blocks of n floats: update gate, reset gate, candidate's product with the state, candidate.
// `after`: the reset gate is applied after the product with the state, as cuDNN does; else before it.
import { floats, flush } from './simd';
import { vsigmoid, vtanh } from './gates';

/**
 * Reset before the product: the gates of a step out of words z and products s, in place of the products; out = reset gate
 * times state. z, s [batch][line]; h, out [batch][stride]; strides in bytes, n a multiple of 4.
 */
export function gruGates(z: usize, s: usize, line: usize, h: usize, out: usize, stride: usize, batch: i32, n: i32): void {
  const end = floats(n);
  for (let b = 0; b < batch; b++) {
    for (let i: usize = 0; i < end; i += 16) {
      const u = s + i, r = u + end;
      v128.store(u, vsigmoid(f32x4.add(v128.load(z + i), v128.load(u))));
      const reset = vsigmoid(f32x4.add(v128.load(z + end + i), v128.load(r)));
      v128.store(r, reset);
      v128.store(out + i, f32x4.mul(reset, v128.load(h + i)));
    }
    z += line; s += line; h += stride; out += stride;
  }
}

/**
 * One step after its products: h becomes update · h + (1 − update) · candidate, and s keeps the gates and the candidate.
 * `active` [batch] bytes (0: the row stays as it is), or 0 for all.
 */
export function gruStep(
  z: usize, s: usize, line: usize, h: usize, stride: usize, batch: i32, n: i32, active: usize, after: i32,
): void {
  const end = floats(n);
  for (let b = 0; b < batch; b++) {
    const on = !active || load<u8>(active + <usize>b) != 0;
    for (let i: usize = 0; i < end; i += 16) {
      const u = s + i, r = u + end, p = r + end, c = p + end;
      let update = v128.load(u), product = v128.load(p);
      if (after) {
        update = vsigmoid(f32x4.add(v128.load(z + i), update));
        const reset = vsigmoid(f32x4.add(v128.load(z + end + i), v128.load(r)));
        v128.store(u, update);
        v128.store(r, reset);
        product = f32x4.mul(reset, product);
      }
      const candidate = vtanh(f32x4.add(v128.load(z + (end << 1) + i), product));
      v128.store(c, candidate);
      if (on) {
        const before = v128.load(h + i);
        v128.store(h + i, f32x4.add(candidate, f32x4.mul(update, f32x4.sub(before, candidate))));
      }
    }
    z += line; s += line; h += stride;
  }
}

/**
 * One step back. s as gruStep left it; h the states before the step, dStates (gradient of this step's output), dh (gradient
 * of the state from the step after), pass (updated: what goes to the state before without a product), d (written: update
 * gate, reset gate, candidate's product, candidate). Reset before the product: gruResetGradient writes the reset gate.
 */
export function gruStepGradient(
  s: usize, d: usize, line: usize, h: usize, dStates: usize, dh: usize, pass: usize, stride: usize,
  batch: i32, n: i32, active: usize, after: i32,
): void {
  const one = f32x4.splat(1), zero = f32x4.splat(0), end = floats(n);
  for (let b = 0; b < batch; b++) {
    const on = !active || load<u8>(active + <usize>b) != 0;
    for (let i: usize = 0; i < end; i += 16) {
      const r = end + i, p = (end << 1) + i, c = p + end;
      const given = flush(f32x4.add(f32x4.add(v128.load(dStates + i), v128.load(dh + i)), v128.load(pass + i)));
      if (!on) {
        v128.store(d + i, zero); v128.store(d + r, zero); v128.store(d + p, zero); v128.store(d + c, zero);
        v128.store(pass + i, given);
        continue;
      }
      const update = v128.load(s + i), reset = v128.load(s + r), candidate = v128.load(s + c);
      const rest = f32x4.sub(one, update);
      const slope = f32x4.mul(f32x4.mul(given, rest), f32x4.sub(one, f32x4.mul(candidate, candidate)));
      const change = f32x4.sub(v128.load(h + i), candidate);
      v128.store(d + i, flush(f32x4.mul(f32x4.mul(given, change), f32x4.mul(update, rest))));
      v128.store(d + c, flush(slope));
      if (after) {
        const back = f32x4.mul(f32x4.mul(slope, v128.load(s + p)), f32x4.mul(reset, f32x4.sub(one, reset)));
        v128.store(d + r, flush(back));
        v128.store(d + p, flush(f32x4.mul(slope, reset)));
      } else {
        v128.store(d + p, flush(slope));
      }
      v128.store(pass + i, flush(f32x4.mul(given, update)));
    }
    s += line; d += line; h += stride; dStates += stride; dh += stride; pass += stride;
  }
}

/** Reset before the product: `back` is the gradient of reset gate times state; out (written) that product itself. */
export function gruResetGradient(
  s: usize, d: usize, line: usize, h: usize, back: usize, pass: usize, out: usize, stride: usize,
  batch: i32, n: i32, active: usize,
): void {
  const one = f32x4.splat(1), end = floats(n);
  for (let b = 0; b < batch; b++) {
    const on = !active || load<u8>(active + <usize>b) != 0;
    for (let i: usize = 0; i < end; i += 16) {
      const reset = v128.load(s + end + i), before = v128.load(h + i);
      v128.store(out + i, f32x4.mul(reset, before));
      if (!on) continue;
      const given = v128.load(back + i);
      const slope = f32x4.mul(f32x4.mul(given, before), f32x4.mul(reset, f32x4.sub(one, reset)));
      v128.store(d + end + i, flush(slope));
      v128.store(pass + i, flush(f32x4.add(v128.load(pass + i), f32x4.mul(given, reset))));
    }
    s += line; d += line; h += stride; back += stride; pass += stride; out += stride;
  }
}
