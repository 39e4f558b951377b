import { broadcast_util, type BatchMatMulAttrs, type KernelConfig, type TensorInfo } from '@tensorflow/tfjs-core';
import { batchMatMulConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/BatchMatMul';
import { addressOf, kernelExports, output } from './heap';
import { withScratch, type Scratch } from './scratch';

/**
 * `BatchMatMul` `[…, M, K] × […, K, N]`. Without a transpose it is tfjs's own (XNNPACK); with one, which every gradient
 * of a product has, tfjs's is a plain loop, and ours packs and multiplies with SIMD.
 */
export const matMulConfig: KernelConfig = {
  ...batchMatMulConfig,
  kernelFunc: (parameters) => {
    const { inputs, attrs } = parameters;
    const { a, b } = inputs as unknown as Record<'a' | 'b', TensorInfo>;
    const { transposeA, transposeB } = attrs as unknown as BatchMatMulAttrs;
    const floats = a.dtype === 'float32' && b.dtype === 'float32';
    if (!floats || (!transposeA && !transposeB)) return batchMatMulConfig.kernelFunc(parameters);
    return withScratch((scratch) => multiply(a, b, transposeA, transposeB, scratch));
  },
};

const size = (shape: readonly number[]): number => shape.reduce((x, y) => x * y, 1);

function multiply(
  a: TensorInfo,
  b: TensorInfo,
  transposeA: boolean,
  transposeB: boolean,
  scratch: Scratch,
): TensorInfo {
  const [aRows, aColumns] = a.shape.slice(-2);
  const [bRows, bColumns] = b.shape.slice(-2);
  const [M, K] = transposeA ? [aColumns, aRows] : [aRows, aColumns];
  const [inner, N] = transposeB ? [bColumns, bRows] : [bRows, bColumns];
  if (K !== inner) throw new Error(`matMul: inner sizes of [${a.shape}] and [${b.shape}] differ: ${K} and ${inner}.`);
  const [outerA, outerB] = [a.shape.slice(0, -2), b.shape.slice(0, -2)];
  const outer = broadcast_util.assertAndGetBroadcastShape(outerA, outerB);
  const out = output([...outer, M, N]);
  const { copyRows, gemm, packMatrix } = kernelExports();
  const padded = Math.ceil(K / 2) * 2;
  const panels = Math.ceil(N / 16);
  const left = scratch.floats(padded * Math.ceil(M / 16) * 16);
  const right = scratch.floats(padded * panels * 16);
  const rows = scratch.floats(M * panels * 16);
  const none = scratch.zeros(panels * 16);
  const batch = size(outer);
  const [batchA, batchB] = [size(outerA), size(outerB)];
  for (let i = 0; i < batch; i++) {
    const from = addressOf(a) + (i % batchA) * aRows * aColumns * 4;
    const by = addressOf(b) + (i % batchB) * bRows * bColumns * 4;
    packLeft(from, M, K, padded, transposeA, left);
    packMatrix(by, transposeB ? 1 : bColumns, transposeB ? bColumns : 1, K, padded, N, right);
    gemm(left, padded * 4, M, padded, right, panels, none, 0, rows, panels * 64);
    copyRows(rows, panels * 64, addressOf(out) + i * M * N * 4, N * 4, M, N, N, 0, 0);
  }
  return out;
}

/** op(A) as rows of `padded` floats. */
function packLeft(from: number, M: number, K: number, padded: number, transposed: boolean, left: number): void {
  const { copyRows, transposeRows } = kernelExports();
  if (transposed) transposeRows(from, M, K, left, padded);
  else copyRows(from, K * 4, left, padded * 4, M, K, padded, 0, 0);
}
