import { add, matMul, type Tensor2D } from '@tensorflow/tfjs-core';
import { glorotUniform, zeros } from '../initializers';
import type { WeightStore } from '../weight-store';

/** `[rows, inputs]` → `[rows, outputs]`. */
export type Dense = (x: Tensor2D) => Tensor2D;

/** x·W + b; the activation is the caller's. */
export function dense(store: WeightStore, name: string, inputs: number, outputs: number): Dense {
  const kernel = store.matrix(`${name}/kernel`, inputs, outputs, glorotUniform);
  const bias = store.vector(`${name}/bias`, outputs, zeros);
  return (x) => add(matMul(x, kernel), bias);
}
