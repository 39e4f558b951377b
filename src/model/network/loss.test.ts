import { grad, tensor1d, tensor2d, type Tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startTestBackend } from '../testing/backend';
import { crossEntropy } from './loss';

beforeAll(startTestBackend);

/** By the definition, in float64. */
function expected(logits: number[][], labels: number[]): number {
  const losses = logits.map((row, i) => {
    const all = row.length === 1 ? [0, row[0]] : row;
    const total = all.reduce((sum, z) => sum + Math.exp(z), 0);
    return -Math.log(Math.exp(all[labels[i]]) / total);
  });
  return losses.reduce((a, b) => a + b, 0) / losses.length;
}

describe('cross-entropy', () => {
  it.each([
    [
      [[0.3], [-2], [5]],
      [1, 1, 0],
    ],
    [
      [
        [0.3, -1, 2],
        [4, 0, 0],
        [-3, -3, 1],
      ],
      [2, 1, 0],
    ],
  ])('of one or several outputs', (logits, labels) => {
    const loss = crossEntropy(tensor2d(logits), tensor1d(labels, 'int32')).dataSync()[0];
    expect(loss).toBeCloseTo(expected(logits, labels), 5);
  });

  it('takes a distribution over the labels instead, as a teacher gives it', () => {
    const certain = tensor2d([
      [0, 1],
      [1, 0],
    ]);
    const hard = crossEntropy(tensor2d([[0.3], [-2]]), tensor1d([1, 0], 'int32')).dataSync()[0];
    expect(crossEntropy(tensor2d([[0.3], [-2]]), certain).dataSync()[0]).toBeCloseTo(hard, 6);
    const doubtful = crossEntropy(tensor2d([[1, 2, 0]]), tensor2d([[0.5, 0.25, 0.25]])).dataSync()[0];
    const one = (label: number): number => expected([[1, 2, 0]], [label]);
    expect(doubtful).toBeCloseTo(0.5 * one(0) + 0.25 * one(1) + 0.25 * one(2), 5);
  });

  it('has the gradient of its definition', () => {
    const logits = [[0.3], [-2]];
    const f = (z: Tensor): Tensor => crossEntropy(z as ReturnType<typeof tensor2d>, tensor1d([1, 0], 'int32'));
    const gradient = grad(f)(tensor2d(logits)).dataSync();
    logits.forEach(([z], i) => expect(gradient[i]).toBeCloseTo((1 / (1 + Math.exp(-z)) - (i === 0 ? 1 : 0)) / 2, 5));
  });
});
