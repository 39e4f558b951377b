import { tensor, tidy, variable, type Rank, type Tensor, type Variable } from '@tensorflow/tfjs-core';
import { decodedTensor } from '../../kernels/tensors/decode';
import { restore } from '../format/quantization';
import type { StoredWeight, StoredWeights } from '../format/stored-weight';
import type { Initializer } from './initializers';
import { mixSeed, seededRandom } from '../../shared/random';
import { misfitError } from '../inference/weight-reader';

/** A seed for fresh weights, and those that were counted in the training texts. */
export interface CountedWeights {
  readonly seed: number;
  readonly counted: ReadonlyMap<string, Float32Array>;
}

/** Where a network's first weights come from: a seed for fresh ones, or values by name, as read from disk. */
export type WeightSource = number | CountedWeights | ReadonlyMap<string, Float32Array> | StoredWeights;

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

  /** Three sides, as a convolution has: `[width, inputs, filters]`. */
  cube(name: string, shape: [number, number, number], initializer: Initializer): Variable<Rank.R3> {
    return this.add(name, shape, initializer) as Variable<Rank.R3>;
  }

  /** Any number of sides. */
  tensor(name: string, shape: readonly number[], initializer: Initializer): Variable {
    return this.add(name, [...shape], initializer);
  }

  /** A weight that training leaves as it is. */
  fixed(name: string, shape: number[], initializer: Initializer): Variable {
    return this.add(name, shape, initializer, false);
  }

  dispose(): void {
    for (const weight of this.weights.values()) weight.dispose();
    this.weights.clear();
  }

  private add(name: string, shape: number[], initializer: Initializer, trainable = true): Variable {
    // No name for tfjs: it keeps one list of names for the whole process, and two networks may live in it.
    const weight = tidy(() => variable(this.first(name, shape, initializer), trainable));
    this.weights.set(name, weight);
    return weight;
  }

  private first(name: string, shape: number[], initializer: Initializer): Tensor {
    const { source } = this;
    const size = shape.reduce((product, side) => product * side, 1);
    try {
      if (typeof source === 'object' && 'stored' in source) return decoded(source.stored(name, size), shape);
      const given =
        typeof source === 'number' ? undefined : 'seed' in source ? source.counted.get(name) : source.get(name);
      const seed = typeof source === 'number' ? source : 'seed' in source ? source.seed : undefined;
      if (!given && seed !== undefined) return tensor(initializer(shape, seededRandom(mixSeed(seed, name))), shape);
      if (given?.length !== size) throw misfitError(name, given?.length, size);
      return tensor(given, shape);
    } catch (error) {
      this.dispose();
      throw error;
    }
  }
}

function decoded({ bytes, quantization }: StoredWeight, shape: number[]): Tensor {
  if (quantization?.dtype === 'uint8') return decodedTensor({ bytes, ...quantization }, shape);
  return tensor(restore(bytes, quantization), shape);
}
