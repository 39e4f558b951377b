import { tensor, tidy, variable, type Rank, type Tensor, type Variable } from '@tensorflow/tfjs-core';
import { decodedTensor } from '../../kernels/tensors/decode';
import { restore } from '../format/quantization';
import { countOf, type StoredWeight } from '../format/stored-weight';
import type { Initializer } from './initializers';
import { mixSeed, seededRandom } from '../../shared/random';
import { misfit } from '../inference/weight-reader';

/** A seed for fresh weights, and those that were counted in the training texts. */
export interface CountedWeights {
  readonly seed: number;
  readonly counted: ReadonlyMap<string, Float32Array>;
}

/** Where a network's first weights come from: a seed for fresh ones, or values by name, as read from disk. */
export type WeightSource =
  number | CountedWeights | ReadonlyMap<string, Float32Array> | ReadonlyMap<string, StoredWeight>;

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
    const given = this.given(name);
    if (typeof given === 'number') return tensor(initializer(shape, seededRandom(mixSeed(given, name))), shape);
    const size = shape.reduce((product, side) => product * side, 1);
    const count = given && ('bytes' in given ? countOf(given) : given.length);
    if (!given || count !== size) {
      this.dispose();
      throw misfit(name, count, size);
    }
    if (!('bytes' in given)) return tensor(given, shape);
    const { bytes, quantization } = given;
    if (quantization?.dtype === 'uint8') return decodedTensor({ bytes, ...quantization }, shape);
    return tensor(restore(bytes, quantization), shape);
  }

  /** The weight's values, or the seed to make them with. */
  private given(name: string): Float32Array | StoredWeight | number | undefined {
    if (typeof this.source === 'number') return this.source;
    return 'seed' in this.source ? (this.source.counted.get(name) ?? this.source.seed) : this.source.get(name);
  }
}
