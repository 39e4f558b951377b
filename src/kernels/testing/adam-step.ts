import { engine, type Tensor } from '@tensorflow/tfjs-core';
import type { AdamAttributes, AdamTensors } from '../tensors/adam';

/** One step of Adam on one variable; `variable`, `m` and `v` change in place. */
export function adamStep(tensors: AdamTensors, attributes: AdamAttributes): void {
  const done = engine().runKernel<Tensor>('SaliencyAdam', { ...tensors }, { ...attributes });
  done.dispose();
}
