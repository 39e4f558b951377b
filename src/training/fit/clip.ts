import { mul, square, sum, tidy, type Tensor } from '@tensorflow/tfjs-core';

/**
 * Scales gradients down so that their joint length is at most `limit` (Pascanu et al. 2013). Where it scales, it
 * disposes the gradients it was given and returns new ones.
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
