import { tensor, tidy, variable, type Rank, type Variable } from '@tensorflow/tfjs-core';
import type { Initializer } from './initializers';
import { mixSeed, seededRandom } from './random';
import { misfit } from './weight-reader';

/** Where a network's first weights come from: a seed for fresh ones, or values by name, as read from disk. */
export type WeightSource = number | ReadonlyMap<string, Float32Array>;

/** The weights of one network by name, in the order they were asked for: that is their order on disk. */
export class WeightStore {
  readonly weights = new Map<string, Variable>();

  constructor(private readonly source: WeightSource) {}

  matrix(name: string, rows: number, columns: number, initializer: Initializer): Variable<Rank.R2> {
    return this.add(name, [rows, columns], initializer) as Variable<Rank.R2>;
  }

  vector(name: string, length: number, initializer: Initializer): Variable<Rank.R1> {
    return this.add(name, [length], initializer) as Variable<Rank.R1>;
  }

  dispose(): void {
    for (const weight of this.weights.values()) weight.dispose();
    this.weights.clear();
  }

  private add(name: string, shape: number[], initializer: Initializer): Variable {
    const values = this.values(name, shape, initializer);
    // No name for tfjs: it keeps one list of names for the whole process, and two networks may live in it.
    const weight = tidy(() => variable(tensor(values, shape)));
    this.weights.set(name, weight);
    return weight;
  }

  private values(name: string, shape: readonly number[], initializer: Initializer): Float32Array {
    if (typeof this.source === 'number') return initializer(shape, seededRandom(mixSeed(this.source, name)));
    const size = shape.reduce((product, side) => product * side, 1);
    const values = this.source.get(name);
    if (!values || values.length !== size) {
      this.dispose();
      throw misfit(name, values?.length, size);
    }
    return values;
  }
}
