import { tensor2d, type Rank, type Tensor2D, type Variable } from '@tensorflow/tfjs-core';
import { sparseProduct } from '../../../kernels/tensors/sparse-product';
import { glorotUniform, zeros } from '../initializers';
import { ngramRow, type NgramRow } from '../../ngrams/ngram-row';
import { NgramTable } from '../../ngrams/ngram-table';
import type { WeightStore } from '../weight-store';

export interface NgramLayer {
  /** `[ngrams, units]`. */
  readonly kernel: Variable<Rank.R2>;
  /** ids and mask of one text, `[time]`. */
  read(ids: ArrayLike<number>, mask: ArrayLike<number>): NgramRow;
  /** Rows of several texts → `[texts, units]`: the sum of value · row of the kernel. Differentiable in the kernel. */
  apply(rows: readonly NgramRow[]): Tensor2D;
}

export interface NgramShape {
  readonly vocabulary: number;
  readonly ngrams: number;
  readonly longest: number;
  readonly units: number;
  /** Counts each n-gram as often as it stands in the text; else once. */
  readonly counted: boolean;
}

/** Texts as sparse rows of n-gram values times a dense matrix; table and factors are counted once, not learnt. */
export function ngramFeatures(store: WeightStore, name: string, shape: NgramShape): NgramLayer {
  const { ngrams, longest, units } = shape;
  const words = store.fixed(`${name}/words`, [ngrams, longest], zeros);
  const factors = store.fixed(`${name}/scale`, [ngrams], zeros);
  const kernel = store.matrix(`${name}/kernel`, ngrams, units, glorotUniform);
  let table: NgramTable | undefined;
  let scale: Float32Array | undefined;
  return {
    kernel,
    read(ids, mask) {
      table ??= new NgramTable(words.dataSync(), longest, shape.vocabulary);
      scale ??= factors.dataSync() as Float32Array;
      return ngramRow(ids, mask, { table, scale, counted: shape.counted });
    },
    apply(rows) {
      const count = rows.reduce((most, { ngrams: of }) => Math.max(most, of.length), 1);
      // -1 is no row of the kernel.
      const indices = new Int32Array(rows.length * count).fill(-1);
      const values = new Float32Array(indices.length);
      rows.forEach((row, i) => {
        indices.set(row.ngrams, i * count);
        values.set(row.values, i * count);
      });
      const shape: [number, number] = [rows.length, count];
      return sparseProduct(tensor2d(indices, shape, 'int32'), tensor2d(values, shape), kernel);
    },
  };
}
