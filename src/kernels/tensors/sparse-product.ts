import {
  cast,
  engine,
  type GradConfig,
  type KernelConfig,
  type Tensor,
  type Tensor2D,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import { addressOf, kernelExports, outputFloats } from './heap';

/**
 * Rows that have few numbers other than zero (weighed n-grams) times a matrix: ids `[batch, count]` int32 and values
 * `[batch, count]` float32 say what stands where, table `[features, units]` → `[batch, units]`. Entries with the value
 * 0 or an id outside are skipped, so rows can be padded with zeros. If an id occurs twice, its values are added.
 *
 * Differentiable in values and table. A row has the same result, bit for bit, alone and in any batch.
 */
export function sparseProduct(ids: Tensor2D, values: Tensor2D, table: Tensor2D): Tensor2D {
  const [batch, count] = ids.shape;
  const fits = ids.shape.length === 2 && table.shape.length === 2;
  if (!fits || values.shape.length !== 2 || values.shape[0] !== batch || values.shape[1] !== count) {
    throw new Error(
      'sparseProduct: ids and values must be [batch, count], table [features, units], ' +
        `not [${ids.shape}], [${values.shape}], [${table.shape}].`,
    );
  }
  if (values.dtype !== 'float32' || table.dtype !== 'float32') {
    throw new Error('sparseProduct: values and table must be float32.');
  }
  return engine().runKernel<Tensor2D>('SaliencySparseProduct', { ids: cast(ids, 'int32'), values, table });
}

/** The kernel `SaliencySparseProduct`. */
export const sparseProductConfig: KernelConfig = {
  kernelName: 'SaliencySparseProduct',
  backendName: 'wasm',
  kernelFunc: ({ inputs }) => {
    const { ids, values, table } = inputs as unknown as Record<'ids' | 'values' | 'table', TensorInfo>;
    const [batch, count] = ids.shape;
    const [features, units] = table.shape;
    const out = outputFloats([batch, units]);
    const [at, weights, matrix, to] = [ids, values, table, out].map(addressOf);
    kernelExports().sparseProduct(at, weights, batch, count, matrix, features, units, to);
    return out;
  },
};

/** The kernel `SaliencySparseProductGrad`: the gradient of the table, or of the values. */
export const sparseProductGradConfig: KernelConfig = {
  kernelName: 'SaliencySparseProductGrad',
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs }) => {
    const { ids, values, table, dy } = inputs as unknown as Record<'ids' | 'values' | 'table' | 'dy', TensorInfo>;
    const [batch, count] = ids.shape;
    const [features, units] = table.shape;
    const ofTable = (attrs as unknown as { part: string }).part === 'table';
    const out = outputFloats(ofTable ? table.shape : values.shape);
    const [at, weights, matrix, from, to] = [ids, values, table, dy, out].map(addressOf);
    const { sparseTableGradient, sparseValueGradient } = kernelExports();
    if (ofTable) sparseTableGradient(at, weights, batch, count, from, features, units, to);
    else sparseValueGradient(at, batch, count, matrix, features, from, units, to);
    return out;
  },
};

/** The gradient of `SaliencySparseProduct` for tfjs. */
export const sparseProductGradient: GradConfig = {
  kernelName: 'SaliencySparseProduct',
  inputsToSave: ['ids', 'values', 'table'],
  gradFunc: (dy, saved) => {
    const [ids, values, table] = saved;
    const part = (name: string) => (): Tensor =>
      engine().runKernel<Tensor>('SaliencySparseProductGrad', { ids, values, table, dy: dy as Tensor }, { part: name });
    return { values: part('values'), table: part('table') };
  },
};
