import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import { addressOf, intsAt, isShared, kernelExports, outputFloats, outputInts } from './heap';
import { withScratch } from './scratch';

// The gradient of an embedding has the size of its table, but only few rows that are not zero; only these are sent between
// workers. The kernels can be called by name from rooms that may not import this file:
//
//   const [rows, values] = engine().runKernel<Tensor[]>('SaliencyUsedRows', { x });   x [rows, width]
//   engine().runKernel<Tensor>('SaliencyAddRows', { sum, rows, values }).dispose();   sum += , in place

const width = ({ shape }: TensorInfo): number => shape.slice(1).reduce((a, b) => a * b, 1);

/** `SaliencyUsedRows`: x `[n, …]` float32 → the numbers `[used]` int32 of the rows that are not all zero, and these rows. */
export const usedRowsConfig: KernelConfig = {
  kernelName: 'SaliencyUsedRows',
  backendName: 'wasm',
  kernelFunc: ({ inputs }) => {
    const x = inputs.x as TensorInfo;
    const [n, ...rest] = x.shape;
    return withScratch((scratch) => {
      const { gatherRows, usedRows } = kernelExports();
      const found = scratch.floats(n);
      const count = usedRows(addressOf(x), n, width(x), found);
      const rows = outputInts([count]);
      const values = outputFloats([count, ...rest]);
      intsAt(addressOf(rows), count).set(intsAt(found, count));
      gatherRows(addressOf(x), n, width(x), found, count, addressOf(values));
      return [rows, values];
    });
  },
};

/** `SaliencyAddRows`: adds values `[count, …]` to the rows `[count]` of sum `[n, …]`, in place. The output is empty. */
export const addRowsConfig: KernelConfig = {
  kernelName: 'SaliencyAddRows',
  backendName: 'wasm',
  kernelFunc: ({ inputs }) => {
    const { sum, rows, values } = inputs as unknown as Record<'sum' | 'rows' | 'values', TensorInfo>;
    if (isShared(sum)) throw new Error('SaliencyAddRows: the sum shares its numbers with a clone.');
    if (width(sum) !== width(values) || rows.shape[0] !== values.shape[0]) {
      throw new Error(`SaliencyAddRows: rows [${rows.shape}], [${values.shape}] do not fit [${sum.shape}].`);
    }
    const [at, ids, to] = [values, rows, sum].map(addressOf);
    kernelExports().addRows(at, ids, rows.shape[0], width(sum), sum.shape[0], to);
    return outputFloats([0]);
  },
};
