// One step of Adam (Kingma and Ba 2015) with decoupled weight decay (Loshchilov and Hutter 2019), in place.
import { floats, flush, flush1, madd } from './simd';

/**
 * p, m, v, g: n floats each. `r1` and `r2` are 1 - beta1 and 1 - beta2 (rounded once: only these are
 * used, so 0.999 itself need not be exact in float32). `rate` is the learning rate over the first moment's
 * correction, `scale` one over the second
 * moment's correction, `decay` the learning rate times the weight decay.
 */
export function adam(
  p: usize, m: usize, v: usize, g: usize, n: i32,
  rate: f32, r1: f32, r2: f32, epsilon: f32, scale: f32, decay: f32,
): void {
  const b1 = f32x4.splat(r1), b2 = f32x4.splat(r2);
  const lr = f32x4.splat(rate), eps = f32x4.splat(epsilon), s = f32x4.splat(scale), d = f32x4.splat(1 - decay);
  const whole = floats(n & ~3), all = floats(n);
  let i: usize = 0;
  for (; i < whole; i += 16) {
    const x = v128.load(g + i), m0 = v128.load(m + i), v0 = v128.load(v + i);
    const first = flush(madd(b1, f32x4.sub(x, m0), m0));
    const second = flush(madd(b2, f32x4.sub(f32x4.mul(x, x), v0), v0));
    v128.store(m + i, first);
    v128.store(v + i, second);
    const step = f32x4.div(f32x4.mul(lr, first), f32x4.add(f32x4.sqrt(f32x4.mul(second, s)), eps));
    v128.store(p + i, f32x4.sub(f32x4.mul(v128.load(p + i), d), step));
  }
  for (; i < all; i += 4) {
    const x = load<f32>(g + i), m0 = load<f32>(m + i), v0 = load<f32>(v + i);
    const first = flush1(m0 + r1 * (x - m0));
    const second = flush1(v0 + r2 * (x * x - v0));
    store<f32>(m + i, first);
    store<f32>(v + i, second);
    store<f32>(p + i, load<f32>(p + i) * (1 - decay) - (rate * first) / (sqrt<f32>(second * scale) + epsilon));
  }
}
