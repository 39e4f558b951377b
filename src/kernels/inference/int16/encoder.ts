import { Arena } from './arena';
import { Attention } from './attention';
import { orderOf } from './cell';
import { checkWeights, checkTokenIds } from './checks';
import { dense } from './dense';
import { instantiate, type Int16Exports } from './exports';
import { GATE_CONSTANTS } from './gate-constants';
import { Layer, directionsOf } from './layer';
import { joinedUnits } from './panels';
import { StateRows } from './state-rows';
import { StateTree, type Path } from './state-tree';
import { HiddenLayer } from './tail';
import { copyLastStates, keptIds, keptWords, readStates, spreadStates, values } from './text-states';
import type { DenseWeights, EncoderWeights } from './weights';
import { WordRows } from './word-rows';

/** What one text gave. The arrays are the caller's to keep. */
export interface EncodedText {
  /** `[outputs]` before softmax or sigmoid. */
  readonly logits: Float32Array;
  /** What the head's dense layers read: the joined last states, or the attention's context, `[units × directions]`. */
  readonly features: Float32Array;
  /** The words' shares, which sum to 1, 0 where masked; only where the head is an attention. */
  readonly attention?: Float32Array;
  /**
   * The states `[words, units]` of a layer (0 is next to the words), each a multiple of 1 / 8191. A masked word has
   * the state before it, seen in the direction's own order. Only until the encoder runs again: throws then.
   */
  states(layer: number, direction: 'forward' | 'backward'): Float32Array;
}

/**
 * A recurrent text classifier with int16 weights and states, in a WebAssembly memory of its own, outside tfjs. There is
 * nothing to dispose of: its memory goes when nothing refers to it any more.
 */
export interface Int16Encoder {
  /**
   * Runs one text. The same words and mask give the same bytes, whatever ran before.
   * @param ids of the words
   * @param mask 0 = skipped: no state changes, no attention; left out: no word is skipped
   * @throws RangeError for an id outside the vocabulary
   */
  run(ids: Int32Array, mask?: ArrayLike<number>): EncodedText;
  /**
   * Of several texts, byte for byte the logits `[outputs]` that `run` gives. What they, and
   * those read since the last `run`, begin with or end with alike is read once, in the first recurrent layer: half of the work for the parts of one text.
   */
  logitsOf(texts: readonly MaskedIds[]): readonly Float32Array[];
  /**
   * What each of some words changes: byte for byte the logits `[outputs]` that `run` gives where the word is deleted. Shares as
   * `logitsOf` does.
   * @param out positions in the text, ascending, of words that are not skipped
   */
  without(ids: Int32Array, mask: ArrayLike<number>, out: readonly number[]): readonly Float32Array[];
  /** Bytes of its memory, which grows with the longest text and never shrinks. */
  readonly bytes: number;
  /** Forgets the rows of words: to be called before ids are given to other words. */
  forgetWords(): void;
}

/** A text's words; `mask` as in `Int16Encoder.run`. */
interface MaskedIds {
  readonly ids: Int32Array;
  readonly mask?: ArrayLike<number>;
}

export interface EncoderOptions {
  /** Bytes for rows of words met before; the default holds 4,096 words of a BiLSTM(128). */
  readonly cacheBytes?: number;
}

const CACHE_BYTES = 16 * 2 ** 20;

/**
 * An encoder with its own packed copy of `weights`.
 * @param module the kernels that `build.mjs` writes, compiled
 * @throws RangeError where shapes do not fit together
 */
export const createInt16Encoder = (
  module: WebAssembly.Module,
  weights: EncoderWeights,
  { cacheBytes = CACHE_BYTES }: EncoderOptions = {},
): Int16Encoder => {
  checkWeights(weights);
  return new Encoder(module, weights, cacheBytes);
};

const copyOf = ({ kernel, bias }: DenseWeights): DenseWeights => ({ kernel: kernel.slice(), bias: bias.slice() });

class Encoder implements Int16Encoder {
  private readonly arena = new Arena();
  private readonly kernels: Int16Exports;
  private readonly words: WordRows;
  private readonly above: readonly StateRows[];
  private readonly layers: readonly Layer[];
  private readonly top: Layer;
  private readonly attention?: Attention;
  /** What `logitsOf` and `without` read since the last `run`. */
  private readonly tree: StateTree;
  private readonly lastAt: number;
  private readonly joined: Int32Array;
  private readonly hidden: readonly HiddenLayer[];
  private readonly output: DenseWeights;
  private readonly vocabulary: number;
  /** What a text needs is taken from here on, and taken back when the next one comes. */
  private readonly mark: number;
  private runs = 0;

  constructor(module: WebAssembly.Module, { words, layers, head }: EncoderWeights, cacheBytes: number) {
    const { arena } = this;
    const kernels = (this.kernels = instantiate(module, arena.memory));
    const constantsAt = arena.put(GATE_CONSTANTS);
    this.words = new WordRows(arena, kernels, words, directionsOf(layers[0]), orderOf(layers[0]), cacheBytes);
    this.above = layers.slice(1).map((layer, index) => new StateRows(arena, kernels, layer, layers[index]));
    this.layers = layers.map((layer) => new Layer(arena, kernels, layer, constantsAt));
    this.top = this.layers[layers.length - 1];
    if (head.kind === 'attention') this.attention = new Attention(arena, kernels, this.top, head, constantsAt);
    this.joined = joinedUnits(this.top.directions, this.top.units);
    this.lastAt = arena.allocate(this.top.stateBytes);
    this.hidden = (head.hidden ?? []).map((layer) => new HiddenLayer(arena, kernels, layer));
    this.output = copyOf(head.output);
    this.vocabulary = words.count;
    this.tree = new StateTree({ arena, words: this.words, above: this.above, layers: this.layers }, this.attention);
    this.mark = arena.mark();
  }

  run(ids: Int32Array, mask?: ArrayLike<number>): EncodedText {
    checkTokenIds(ids, mask, this.vocabulary);
    const run = ++this.runs;
    const kept = mask && keptWords(mask);
    const read = kept ? kept.map((t) => ids[t]) : ids;
    this.forgetTexts();
    const statesAt = this.recur(read);
    const { features, shares } = this.head(read.length, statesAt[this.layers.length - 1]);
    return {
      logits: this.logits(features),
      features,
      attention: shares && (kept ? spreadStates(shares, kept, ids.length) : shares),
      states: (layer, direction) => {
        if (run !== this.runs) throw new Error('The states of a text are gone once its encoder ran again.');
        return readStates(this.arena, this.layers[layer], direction, statesAt[layer], read.length, kept, ids.length);
      },
    };
  }

  logitsOf(texts: readonly MaskedIds[]): readonly Float32Array[] {
    texts.forEach(({ ids, mask }) => checkTokenIds(ids, mask, this.vocabulary));
    this.runs++;
    return texts.map(({ ids, mask }) => this.logitsAlong(this.tree.read(keptIds(ids, mask))));
  }

  without(ids: Int32Array, mask: ArrayLike<number>, out: readonly number[]): readonly Float32Array[] {
    checkTokenIds(ids, mask, this.vocabulary);
    this.runs++;
    if (out.length === 0) return [];
    // The states of the whole text are kept meanwhile: each shortened text begins and ends as the whole one does.
    this.tree.read(keptIds(ids, mask));
    return this.tree.pinning(() =>
      out.map((word) => {
        const left = Float32Array.from(mask);
        left[word] = 0;
        return this.logitsAlong(this.tree.read(keptIds(ids, left)));
      }),
    );
  }

  get bytes(): number {
    return this.arena.memory.buffer.byteLength;
  }

  forgetWords(): void {
    this.words.forget();
    this.forgetTexts();
  }

  private forgetTexts(): void {
    this.arena.release(this.mark);
    this.tree.clear();
  }

  /** All layers over the words that are not skipped: a skipped word changes nothing, so it need not be there. */
  private recur(ids: Int32Array): readonly number[] {
    const { layers } = this;
    const statesAt = layers.map(({ stateBytes }) => this.arena.allocate(ids.length * stateBytes));
    this.words.begin(ids);
    layers.forEach((layer, index) => {
      if (index) this.above[index - 1].begin(statesAt[index - 1]);
      layer.run(ids.length, index ? this.above[index - 1] : this.words, statesAt[index]);
    });
    return statesAt;
  }

  /** The logits of a text that the tree has read; layers that are not in the tree read it here. */
  private logitsAlong({ words, nodes }: Path): Float32Array {
    const { arena, attention, lastAt, layers, tree } = this;
    const top = tree.layers - 1;
    if (attention && words > 0 && tree.layers === layers.length) {
      const ends = nodes.map((list, direction) => (direction === 0 ? list + 4 * (words - 1) : list));
      this.gather({ words: 1, nodes: ends }, lastAt);
      const lists = nodes.length > 1 ? nodes : [nodes[0], this.rootsAt(words)];
      const parts = { lists, statesAt: tree.statesAt[top], sumsAt: tree.extraAt };
      return this.logits(values(attention.runOnSums(words, parts, lastAt).context, this.joined));
    }
    let statesAt = arena.allocate(words * layers[top].stateBytes);
    this.gather({ words, nodes }, statesAt);
    for (let layer = tree.layers; layer < layers.length; layer++) {
      this.above[layer - 1].begin(statesAt);
      statesAt = arena.allocate(words * layers[layer].stateBytes);
      layers[layer].run(words, this.above[layer - 1], statesAt);
    }
    return this.logits(this.head(words, statesAt).features);
  }

  /** Joins the states of the tree's topmost layer, one word after another, from `at` on. */
  private gather({ words, nodes }: Path, at: number): void {
    const layer = this.tree.layers - 1;
    const { partBytes, stateBytes } = this.layers[layer];
    const from = this.tree.statesAt[layer];
    nodes.forEach((list, direction) =>
      this.kernels.gatherStates(words, list, from, partBytes / 2, at + direction * partBytes, stateBytes),
    );
  }

  /** A list of nodes for a direction that is not there. */
  private rootsAt(words: number): number {
    const at = this.arena.allocate(4 * words);
    this.arena.addresses(at, words).fill(this.tree.rootAt);
    return at;
  }

  private logits(features: Float32Array): Float32Array {
    return dense(
      this.output,
      this.hidden.reduce((values, layer) => layer.run(values), features),
    );
  }

  private head(words: number, statesAt: number): { features: Float32Array; shares?: Float32Array } {
    const { arena, attention, joined, lastAt, top } = this;
    const last = arena.shorts(lastAt, top.stateBytes / 2).fill(0);
    if (words) copyLastStates(arena, top, words, statesAt, last);
    if (!attention) return { features: values(last, joined) };
    if (!words) return { features: new Float32Array(joined.length), shares: new Float32Array() };
    const { shares, context } = attention.run(words, statesAt, lastAt);
    return { shares, features: values(context, joined) };
  }
}
