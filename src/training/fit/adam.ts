import { engine, tensor, tidy, zeros, type Tensor, type Variable } from '@tensorflow/tfjs-core';

export interface AdamStep {
  readonly learningRate: number;
  /** Counts from 1. */
  readonly step: number;
  /** Decoupled (Loshchilov and Hutter 2019): weight −= learningRate · weightDecay · weight. */
  readonly weightDecay: number;
}

const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-7;

/** Adam (Kingma and Ba 2015) with Keras's constants. The moments are kept in the backend and change in place. */
export class Adam {
  readonly m = new Map<string, Tensor>();
  readonly v = new Map<string, Tensor>();

  constructor(private readonly weights: ReadonlyMap<string, Variable>) {
    for (const [name, weight] of weights) {
      this.m.set(name, zeros(weight.shape));
      this.v.set(name, zeros(weight.shape));
    }
  }

  apply(gradients: ReadonlyMap<string, Tensor>, { learningRate, step, weightDecay }: AdamStep): void {
    for (const [name, variable] of this.weights) {
      const gradient = gradients.get(name);
      const m = this.m.get(name);
      const v = this.v.get(name);
      // A weight that the loss does not depend on stays as it is.
      if (!gradient || !m || !v) continue;
      const attributes = { learningRate, beta1: BETA1, beta2: BETA2, epsilon: EPSILON, step, weightDecay };
      tidy(() => {
        engine().runKernel('SaliencyAdam', { variable, m, v, gradient }, attributes);
      });
    }
  }

  restore(m: ReadonlyMap<string, Float32Array>, v: ReadonlyMap<string, Float32Array>): void {
    for (const [name, { shape }] of this.weights) {
      replace(this.m, name, m.get(name), shape);
      replace(this.v, name, v.get(name), shape);
    }
  }

  dispose(): void {
    for (const moment of [...this.m.values(), ...this.v.values()]) moment.dispose();
  }
}

function replace(moments: Map<string, Tensor>, name: string, values: Float32Array | undefined, shape: number[]): void {
  if (!values) throw new Error(`No moment for weight "${name}".`);
  moments.get(name)?.dispose();
  moments.set(name, tensor(values, shape));
}
