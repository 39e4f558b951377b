import { add, dispose, engine, tensor, tidy, zeros, type Tensor } from '@tensorflow/tfjs-core';

/** The gradient of one weight as numbers; of a large weight only the rows that are not zero. */
export interface PackedGradient {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
  /** The row numbers of the values; absent: all rows. */
  readonly rows?: Int32Array;
}

/** The buffers to transfer. */
export function buffersOf({ values, rows }: PackedGradient): ArrayBuffer[] {
  return [values, ...(rows ? [rows] : [])].map(({ buffer }) => buffer as ArrayBuffer);
}

/** From this number of rows on, only rows that are not zero are sent. Embeddings have thousands of rows. */
const MANY_ROWS = 1024;

/** Gradients as numbers. */
export function packGradients(gradients: ReadonlyMap<string, Tensor | undefined>): PackedGradient[] {
  return [...gradients].flatMap(([name, gradient]) => (gradient ? [packed(name, gradient)] : []));
}

function packed(name: string, gradient: Tensor): PackedGradient {
  const { shape } = gradient;
  if (shape.length < 2 || shape[0] < MANY_ROWS) return { name, shape, values: gradient.dataSync<'float32'>() };
  const [rows, values] = engine().runKernel<Tensor[]>('SaliencyUsedRows', { x: gradient });
  const result = { name, shape, rows: rows.dataSync<'int32'>(), values: values.dataSync<'float32'>() };
  dispose([rows, values]);
  return result;
}

/**
 * The sums of the gradients of a batch's parts, added in the order of the parts, so that every thread gets the same bytes.
 * The caller disposes them.
 */
export function sumGradients(parts: readonly (readonly PackedGradient[])[]): Map<string, Tensor> {
  const sums = new Map<string, Tensor>();
  for (const gradient of parts.flat()) {
    const sum = sums.get(gradient.name);
    sums.set(gradient.name, gradient.rows ? withRows(sum, gradient, gradient.rows) : withAll(sum, gradient));
  }
  return sums;
}

function withAll(sum: Tensor | undefined, { shape, values }: PackedGradient): Tensor {
  const one = tensor(values, [...shape], 'float32');
  if (!sum) return one;
  const both = add(sum, one);
  dispose([sum, one]);
  return both;
}

function withRows(sum: Tensor | undefined, { shape, values }: PackedGradient, rows: Int32Array): Tensor {
  const all = sum ?? zeros([...shape]);
  tidy(() => {
    const added = tensor(values, [rows.length, ...shape.slice(1)], 'float32');
    engine().runKernel('SaliencyAddRows', { sum: all, rows: tensor(rows, [rows.length], 'int32'), values: added });
  });
  return all;
}
