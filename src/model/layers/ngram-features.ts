import {
  gather,
  mul,
  reshape,
  tensor1d,
  unsortedSegmentSum,
  type Tensor2D,
  type Variable,
} from '@tensorflow/tfjs-core';
import { glorotUniform, zeros } from '../initializers';
import { NgramTable, type Occurrence } from '../ngrams/ngram-table';
import type { WeightStore } from '../weight-store';

/** One text as the n-grams in it, each once, with their values, whose squares sum to 1. */
export interface NgramRow {
  readonly ngrams: Int32Array;
  readonly values: Float32Array;
  readonly occurrences: readonly Occurrence[];
}

export interface NgramLayer {
  /** `[ngrams, units]`. */
  readonly kernel: Variable;
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
      return rowOf([...table.find(ids, mask)], scale, shape.counted);
    },
    apply(rows) {
      const sizes = rows.map(({ ngrams: of }) => of.length);
      const total = sizes.reduce((sum, size) => sum + size, 0);
      // No n-gram at all would make empty tensors: one of value 0 says the same.
      const indices = new Int32Array(Math.max(1, total));
      const values = new Float32Array(indices.length);
      const owners = new Int32Array(indices.length);
      let at = 0;
      rows.forEach((row, owner) => {
        indices.set(row.ngrams, at);
        values.set(row.values, at);
        owners.fill(owner, at, (at += row.ngrams.length));
      });
      const column = reshape(tensor1d(values), [indices.length, 1]);
      const weighted = mul(gather(kernel, tensor1d(indices, 'int32')), column);
      return unsortedSegmentSum(weighted, tensor1d(owners, 'int32'), rows.length) as Tensor2D;
    },
  };
}

function rowOf(occurrences: readonly Occurrence[], scale: Float32Array, counted: boolean): NgramRow {
  const counts = new Map<number, number>();
  for (const { ngram } of occurrences) counts.set(ngram, counted ? (counts.get(ngram) ?? 0) + 1 : 1);
  const raw = [...counts].map(([ngram, count]) => count * scale[ngram]);
  const norm = Math.sqrt(raw.reduce((sum, value) => sum + value * value, 0));
  return {
    ngrams: Int32Array.from(counts.keys()),
    values: Float32Array.from(raw, (value) => (norm === 0 ? 0 : value / norm)),
    occurrences,
  };
}
