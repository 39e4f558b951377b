import type { Assembly } from '../module-exports';
import { Matrix } from '../float32/matrix';
import { rowsFor, zerosFor, type Machine, type Rows } from '../float32/rows';
import { Arena } from '../int16/arena';
import { checkTokenIds } from '../int16/checks';
import { dense } from '../int16/dense';
import { instantiate } from '../int16/exports';
import { keptWords } from '../int16/text-states';
import type { DenseWeights } from '../int16/weights';
import type { Pooling, SeparableConvolution, WindowWeights } from './weights';
import { WordWindows } from './word-windows';

/** A network in a WebAssembly memory of its own, outside tfjs. It need not be disposed: the memory is garbage-collected. */
export interface TextReader {
  /**
   * The logits of one text, `[outputs]` before softmax or sigmoid. The same words and mask give the same bytes, whatever
   * was read before.
   */
  run(ids: Int32Array, mask: ArrayLike<number>): Float32Array;
  readonly bytes: number;
}

/**
 * Inference through convolutions. The first, over words, is in int16; those above are in float32, because the output of a relu
 * has no bound by which integers could be scaled.
 */
export function windowReader(module: WebAssembly.Module, weights: WindowWeights, cacheBytes: number): TextReader {
  return new Reader(module, weights, cacheBytes);
}

class Reader implements TextReader {
  private readonly arena = new Arena();
  private readonly machine: Machine;
  private readonly windows: WordWindows;
  private readonly layers?: readonly (Separable | Pool)[];
  private readonly output: DenseWeights;
  private readonly vocabulary: number;
  private readonly width: number;
  private readonly mark: number;

  constructor(module: WebAssembly.Module, { words, convolutions, top, output }: WindowWeights, cacheBytes: number) {
    const { arena } = this;
    const kernels = instantiate(module, arena.memory);
    this.machine = { arena, kernels: kernels as unknown as Assembly };
    this.windows = new WordWindows(arena, kernels, words, convolutions, cacheBytes);
    if (top.kind === 'mean')
      this.layers = top.layers.map((layer) =>
        'pool' in layer ? new Pool(this.machine, layer) : new Separable(this.machine, kernels.reluAll, layer),
      );
    this.output = { kernel: output.kernel.slice(), bias: output.bias.slice() };
    this.vocabulary = words.count;
    this.width = output.kernel.length / output.bias.length;
    this.mark = arena.mark();
  }

  run(ids: Int32Array, mask: ArrayLike<number>): Float32Array {
    checkTokenIds(ids, mask, this.vocabulary);
    this.arena.release(this.mark);
    const kept = keptWords(mask).map((word) => ids[word]);
    return dense(this.output, this.layers ? this.mean(kept, this.layers) : this.windows.largest(kept));
  }

  get bytes(): number {
    return this.arena.memory.buffer.byteLength;
  }

  private mean(ids: Int32Array, layers: readonly (Separable | Pool)[]): Float32Array {
    const { arena, machine, windows } = this;
    const features = new Float32Array(this.width);
    if (ids.length === 0) return features;
    const first = rowsFor(machine, ids.length, windows.columns);
    windows.sums(ids, first.at);
    const { rows, count } = layers.reduce((below, layer) => layer.run(below), { rows: first, count: ids.length });
    const sum = rowsFor(machine, 1, rows.width);
    machine.kernels.sumRows(rows.at, 4 * rows.width, count, rows.width, sum.at);
    features.set(arena.floats(sum.at, this.width));
    return features.map((value) => value / count);
  }
}

/** The features of neighbouring places, one row for each place. */
interface Places {
  readonly rows: Rows;
  readonly count: number;
}

class Separable {
  private readonly filters: Rows;
  private readonly pointwise: Matrix;
  private readonly bias: Rows;

  constructor(
    private readonly machine: Machine,
    private readonly relu: (at: number, count: number) => void,
    private readonly weights: SeparableConvolution,
  ) {
    const { width, depthwise, pointwise, bias } = weights;
    const inputs = depthwise.length / width;
    this.filters = zerosFor(machine, width, inputs);
    const rows = machine.arena.floats(this.filters.at, width * this.filters.width);
    for (let j = 0; j < width; j++) rows.set(depthwise.subarray(j * inputs, (j + 1) * inputs), j * this.filters.width);
    this.pointwise = new Matrix(machine, pointwise, inputs, bias.length);
    this.bias = zerosFor(machine, 1, bias.length);
    machine.arena.floats(this.bias.at, bias.length).set(bias);
  }

  run({ rows, count }: Places): Places {
    const { machine, filters } = this;
    const { width, bias } = this.weights;
    const phrases = rowsFor(machine, count, rows.width);
    const left = Math.floor((width - 1) / 2);
    machine.kernels.depthwise(rows.at, count, rows.width, filters.at, width, left, phrases.at, count);
    const out = rowsFor(machine, count, bias.length);
    this.pointwise.apply(phrases, count, out, this.bias.at);
    this.relu(out.at, count * out.width);
    return { rows: out, count };
  }
}

class Pool {
  constructor(
    private readonly machine: Machine,
    private readonly weights: Pooling,
  ) {}

  run({ rows, count }: Places): Places {
    const { machine } = this;
    const { pool } = this.weights;
    const places = Math.ceil(count / pool);
    const [out, where] = [rowsFor(machine, places, rows.width), rowsFor(machine, places, rows.width)];
    machine.kernels.maxPool(rows.at, 0, count, rows.width, pool, pool, out.at, where.at, places);
    return { rows: out, count: places };
  }
}
