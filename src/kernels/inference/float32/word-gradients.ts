import type { Assembly } from '../module-exports';
import { Arena } from '../int16/arena';
import { checkTokenIds, checkWeights } from '../int16/checks';
import { keptWords } from '../int16/text-states';
import type { EncoderWeights, WordVectors } from '../int16/weights';
import { headOf, type DenseHead } from './head';
import { Float32RecurrentLayer } from './recurrent-layer';
import { identityRow, zerosFor, type Machine, type Rows } from './rows';
import { backThroughTail, throughTail, type Tail } from './tail';

/** The result for one text. The caller may keep the arrays; skipped words have zeros everywhere. */
export interface WordGradients {
  /** `[outputs]`, in float32 arithmetic. */
  readonly logits: Float64Array;
  /** The words' vectors, `[words, dimension]`. */
  readonly vectors: Float32Array;
  /** The gradient of the weighted sum of logits with respect to these vectors, `[words, dimension]`. */
  readonly gradients: Float32Array;
}

/** A forward pass over one text, and the backward pass to its words. */
export interface WordGradientsOf {
  /**
   * @param ids of the words
   * @param mask `[words]`: 0 = skipped
   * @param factors `[outputs]`: the gradient of Σ factor · logit is given
   */
  run(ids: Int32Array, mask: ArrayLike<number>, factors: ArrayLike<number>): WordGradients;
  /** Bytes of its memory. */
  readonly bytes: number;
}

/**
 * The gradients of a recurrent network's logits with respect to its word vectors, in float32: one forward and one backward
 * pass in a WebAssembly memory of its own, without tfjs. The kernels are those of training (`src/kernels/assembly`).
 *
 * @param module the kernels that `build.mjs` writes, compiled
 * @throws RangeError where shapes do not fit together
 */
export function wordGradientsOf(module: WebAssembly.Module, weights: EncoderWeights): WordGradientsOf {
  checkWeights(weights);
  return new Backward(module, weights);
}

class Backward implements WordGradientsOf {
  private readonly machine: Machine;
  private readonly words: WordVectors;
  private readonly layers: readonly Float32RecurrentLayer[];
  private readonly head: DenseHead;
  private readonly tail: Tail;
  private readonly mark: number;

  constructor(module: WebAssembly.Module, { words, layers, head }: EncoderWeights) {
    const arena = new Arena();
    const instance = new WebAssembly.Instance(module, { env: { memory: arena.memory } });
    const kernels = instance.exports as unknown as Assembly;
    kernels.initGates(arena.allocate(64));
    this.machine = { arena, kernels };
    this.words = words;
    let [places, inputs] = [identityRow(words.dimension), words.dimension];
    this.layers = layers.map((weights) => {
      const layer = new Float32RecurrentLayer(this.machine, weights, places, inputs);
      [places, inputs] = [layer.places, layer.width];
      return layer;
    });
    this.head = headOf(this.machine, this.layers[this.layers.length - 1], head);
    this.tail = head;
    this.mark = arena.mark();
  }

  get bytes(): number {
    return this.machine.arena.memory.buffer.byteLength;
  }

  run(ids: Int32Array, mask: ArrayLike<number>, factors: ArrayLike<number>): WordGradients {
    checkTokenIds(ids, mask, this.words.count);
    this.machine.arena.release(this.mark);
    const kept = keptWords(mask);
    const { dimension } = this.words;
    const vectors = new Float32Array(ids.length * dimension);
    const gradients = new Float32Array(ids.length * dimension);
    if (kept.length === 0) {
      const features = new Float64Array(this.layers[this.layers.length - 1].places.length);
      return { logits: throughTail(this.tail, features).logits, vectors, gradients };
    }
    const x = this.inputs(ids, kept, vectors);
    const { logits, dX } = this.throughAndBack(x, kept.length, Float64Array.from(factors));
    const found = this.machine.arena.floats(dX.at, kept.length * dX.width);
    kept.forEach((word, row) =>
      gradients.set(found.subarray(row * dX.width, row * dX.width + dimension), word * dimension),
    );
    return { logits, vectors, gradients };
  }

  /** Copies the vectors of the words that are read: next to each other, and to their places in `vectors`. */
  private inputs(ids: Int32Array, kept: Int32Array, vectors: Float32Array): Rows {
    const { dimension } = this.words;
    const x = zerosFor(this.machine, kept.length, dimension);
    const rows = this.machine.arena.floats(x.at, kept.length * x.width);
    kept.forEach((word, row) => {
      const vector = vectors.subarray(word * dimension, (word + 1) * dimension);
      this.words.read(ids[word], vector);
      rows.set(vector, row * x.width);
    });
    return x;
  }

  private throughAndBack(x: Rows, words: number, factors: Float64Array): { logits: Float64Array; dX: Rows } {
    const tapes = this.layers.map((layer) => {
      const tape = layer.forward(x, words);
      x = tape.states;
      return tape;
    });
    const head = this.head.forward(x, words);
    const tail = throughTail(this.tail, head.features);
    let d = head.back(backThroughTail(this.tail, tail, factors));
    for (let i = this.layers.length - 1; i >= 0; i--)
      d = this.layers[i].back(tapes[i], words, d, i === 0 ? this.words.dimension : this.layers[i - 1].width);
    return { logits: tail.logits, dX: d };
  }
}
