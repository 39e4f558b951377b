import { add, mul, tensor, tidy, type Tensor, type Variable } from '@tensorflow/tfjs-core';
import { valuesOf } from './values';

/**
 * An exponential moving average of the weights (Polyak and Juditsky 1992): less noisy than the last weights, and usually
 * better on unseen texts. The decay is smaller at the start, so that the initial weights are soon forgotten.
 */
export class MovingAverage {
  private readonly means = new Map<string, Tensor>();

  constructor(
    private readonly weights: ReadonlyMap<string, Variable>,
    private readonly decay: number,
  ) {
    this.restore(valuesOf(weights));
  }

  /** `step` counts from 1. */
  update(step: number): void {
    const decay = Math.min(this.decay, (1 + step) / (10 + step));
    for (const [name, weight] of this.weights) {
      // Skip weights that never change: rounding would slowly change them.
      if (!weight.trainable) continue;
      const before = this.means.get(name)!;
      this.means.set(
        name,
        tidy(() => add(mul(before, decay), mul(weight, 1 - decay))),
      );
      before.dispose();
    }
  }

  values(): Map<string, Float32Array> {
    return valuesOf(this.means);
  }

  restore(values: ReadonlyMap<string, Float32Array>): void {
    this.dispose();
    for (const [name, { shape }] of this.weights) this.means.set(name, tensor(values.get(name)!, shape));
  }

  dispose(): void {
    for (const mean of this.means.values()) mean.dispose();
    this.means.clear();
  }
}
