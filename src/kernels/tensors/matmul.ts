import { broadcast_util, type BatchMatMulAttrs, type KernelConfig, type TensorInfo } from '@tensorflow/tfjs-core';
import { batchMatMulConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/BatchMatMul';
import { addressOf, floatsAt, kernelExports, outputFloats } from './heap';
import { withScratch, type Scratch } from './scratch';

/** The size of the largest matrix that is packed again for each product. */
const SMALL = 65_536;

/**
 * `BatchMatMul` `[…, M, K] × […, K, N]`. With a transpose, which every gradient of a product has, tfjs uses a plain loop; ours
 * packs and multiplies with SIMD. Without a transpose, ours takes small matrices, at twice the speed of tfjs (XNNPACK); large
 * ones are left to tfjs, which keeps them packed. The choice depends only on the second factor, so a text gets the same
 * numbers alone and in any batch.
 */
export const matMulConfig: KernelConfig = {
  ...batchMatMulConfig,
  kernelFunc: (parameters) => {
    const { inputs, attrs } = parameters;
    const { a, b } = inputs as unknown as Record<'a' | 'b', TensorInfo>;
    const { transposeA, transposeB } = attrs as unknown as BatchMatMulAttrs;
    const floats = a.dtype === 'float32' && b.dtype === 'float32';
    const small = b.shape.length === 2 || size(b.shape.slice(0, -2)) === 1 ? size(b.shape) <= SMALL : false;
    if (!floats || (!transposeA && !transposeB && !small)) return batchMatMulConfig.kernelFunc(parameters);
    return withScratch((scratch) => multiply(a, b, transposeA, transposeB, scratch));
  },
};

const size = (shape: readonly number[]): number => shape.reduce((x, y) => x * y, 1);
const up = (n: number, to: number): number => Math.ceil(n / to) * to;

/** The sizes of one product `op(A) [M, K] × op(B) [K, N]`, and which of the two are stored transposed. */
interface Product {
  readonly M: number;
  readonly K: number;
  readonly N: number;
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

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
  const out = outputFloats([...outer, M, N]);
  const product = { M, K, N, transposeA, transposeB };
  const run = runOf(product, scratch);
  const [batchA, batchB] = [size(outerA), size(outerB)];
  for (let i = 0; i < size(outer); i++) {
    run(
      addressOf(a) + (i % batchA) * M * K * 4,
      addressOf(b) + (i % batchB) * K * N * 4,
      addressOf(out) + i * M * N * 4,
    );
  }
  return out;
}

type Run = (a: number, b: number, out: number) => void;

function runOf(product: Product, scratch: Scratch): Run {
  const { M, K, N, transposeA, transposeB } = product;
  if (transposeB && M === 1) return (a, b, out) => kernelExports().dotRows(b, N, K, a, out);
  return transposeA && !transposeB ? overRows(product, scratch) : overPanels(product, scratch);
}

/** A^T B as the sum of outer products of rows, a few rows at a time, so that nothing has to be transposed. */
function overRows({ M, K, N }: Product, scratch: Scratch): Run {
  const { copyRows, gemmTransposed } = kernelExports();
  const rows = 64;
  const [m, n] = [up(M, 4), up(N, 8)];
  // Four floats of padding, so that rows do not fall into the same cache sets where the size is a power of two.
  const [mStride, nStride] = [(m + 4) * 4, (n + 4) * 4];
  const left = scratch.floats((rows * mStride) / 4);
  const right = scratch.zeros((rows * nStride) / 4);
  const sums = scratch.floats(m * n);
  return (a, b, out) => {
    floatsAt(sums, m * n).fill(0);
    for (let k = 0; k < K; k += rows) {
      const count = Math.min(rows, K - k);
      copyRows(a + k * M * 4, M * 4, left, mStride, count, M, m, 0, 0);
      copyRows(b + k * N * 4, N * 4, right, nStride, count, N, n, 0, 0);
      gemmTransposed(left, mStride, right, nStride, count, m, n, sums);
    }
    copyRows(sums, n * 4, out, N * 4, M, N, N, 0, 0);
  };
}

/** op(A) op(B) with B packed into panels. */
function overPanels({ M, K, N, transposeA, transposeB }: Product, scratch: Scratch): Run {
  const { copyRows, gemm, packMatrix, transposeRows } = kernelExports();
  const padded = up(K, 2);
  const panels = Math.ceil(N / 16);
  // If the sizes fit, rows are read and written in place.
  const left = transposeA || padded !== K ? scratch.floats(padded * M) : 0;
  const rows = N % 16 === 0 ? 0 : scratch.floats(M * panels * 16);
  const right = scratch.floats(padded * panels * 16);
  const none = scratch.zeros(panels * 16);
  return (a, b, out) => {
    if (transposeA) transposeRows(a, M, K, left, padded);
    else if (left) copyRows(a, K * 4, left, padded * 4, M, K, padded, 0, 0);
    packMatrix(b, transposeB ? 1 : N, transposeB ? K : 1, K, padded, N, right);
    gemm(left || a, padded * 4, M, padded, right, panels, none, 0, rows || out, panels * 64);
    if (rows) copyRows(rows, panels * 64, out, N * 4, M, N, N, 0, 0);
  };
}
