import { mul, square, sum, tidy, type Tensor } from '@tensorflow/tfjs-core';

/**
 * Scales gradients down so that their global norm is at most `limit` (Pascanu et al. 2013). If it scales, it disposes the
 * given gradients and returns new ones.
 */
export function clipByGlobalNorm(gradients: Map<string, Tensor>, limit: number): Map<string, Tensor> {
  let squares = 0;
  for (const gradient of gradients.values()) squares += tidy(() => sum(square(gradient)).dataSync()[0]);
  const norm = Math.sqrt(squares);
  if (!(norm > limit)) return gradients;
  const scaled = new Map<string, Tensor>();
  for (const [name, gradient] of gradients) {
    scaled.set(name, mul(gradient, limit / norm));
    gradient.dispose();
  }
  return scaled;
}
