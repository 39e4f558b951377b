import { Arena } from './arena';
import { Attention } from './attention';
import { orderOf } from './cell';
import { checkWeights, checkTokenIds } from './checks';
import { DeletionEncoder } from './deletions';
import { dense } from './dense';
import { instantiate } from './exports';
import { GATE_CONSTANTS } from './gate-constants';
import { Layer, directionsOf } from './layer';
import { joinedUnits } from './panels';
import { SharedParts } from './shared-parts';
import { StateRows } from './state-rows';
import { HiddenLayer } from './tail';
import { copyLastStates, keptWords, readStates, spreadStates, values } from './text-states';
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
   * Of several texts, byte for byte the logits `[outputs]` that `run` gives. What they begin with or end with alike is read
   * once where there is one recurrent layer: half of the work for the parts of one text.
   */
  logitsOf(texts: readonly MaskedIds[]): readonly Float32Array[];
  /**
   * What each of some words changes: byte for byte the logits `[outputs]` that `run` gives where the word is deleted,
   * for about half of the work where there is one recurrent layer.
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

/** Words of texts whose states are held at once: 2 MB of a BiLSTM(128). */
const WORDS_AT_ONCE = 4_096;

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

/** Divides texts into groups of at most `most` words together; longer texts are alone. */
const atMost = (most: number, texts: readonly Int32Array[]): Int32Array[][] => {
  const groups: Int32Array[][] = [];
  let left = 0;
  for (const ids of texts) {
    if (groups.length === 0 || ids.length > left) {
      groups.push([]);
      left = most;
    }
    groups[groups.length - 1].push(ids);
    left -= ids.length;
  }
  return groups;
};

const copyOf = ({ kernel, bias }: DenseWeights): DenseWeights => ({ kernel: kernel.slice(), bias: bias.slice() });

class Encoder implements Int16Encoder {
  private readonly arena = new Arena();
  private readonly words: WordRows;
  private readonly above: readonly StateRows[];
  private readonly layers: readonly Layer[];
  private readonly top: Layer;
  private readonly attention?: Attention;
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
    const kernels = instantiate(module, arena.memory);
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
    this.mark = arena.mark();
  }

  run(ids: Int32Array, mask?: ArrayLike<number>): EncodedText {
    checkTokenIds(ids, mask, this.vocabulary);
    const run = ++this.runs;
    const kept = mask && keptWords(mask);
    const statesAt = this.recur(kept ? kept.map((t) => ids[t]) : ids);
    const words = kept ? kept.length : ids.length;
    const { features, shares } = this.head(words, statesAt[this.layers.length - 1]);
    return {
      logits: dense(this.output, this.throughHidden(features)),
      features,
      attention: shares && (kept ? spreadStates(shares, kept, ids.length) : shares),
      states: (layer, direction) => {
        if (run !== this.runs) throw new Error('The states of a text are gone once its encoder ran again.');
        return readStates(this.arena, this.layers[layer], direction, statesAt[layer], words, kept, ids.length);
      },
    };
  }

  logitsOf(texts: readonly MaskedIds[]): readonly Float32Array[] {
    this.runs++;
    const read = texts.map(({ ids, mask }) => {
      checkTokenIds(ids, mask, this.vocabulary);
      return mask ? keptWords(mask).map((t) => ids[t]) : ids;
    });
    const logits: Float32Array[] = [];
    for (const some of atMost(WORDS_AT_ONCE, read)) {
      const { arena, words, above, layers } = this;
      arena.release(this.mark);
      const parts = new SharedParts({ arena, words, above, layers }, some);
      const mark = arena.mark();
      parts.each((statesAt, text) => {
        const { features } = this.head(some[text].length, statesAt);
        logits.push(dense(this.output, this.throughHidden(features)));
        arena.release(mark);
      });
    }
    return logits;
  }

  without(ids: Int32Array, mask: ArrayLike<number>, out: readonly number[]): readonly Float32Array[] {
    checkTokenIds(ids, mask, this.vocabulary);
    this.runs++;
    const kept = keptWords(mask);
    const place = new Map(Array.from(kept, (word, at) => [word, at]));
    const logits: Float32Array[] = [];
    if (out.length === 0) return logits;
    const { arena, words, above, layers } = this;
    arena.release(this.mark);
    const places = out.map((word) => place.get(word)!);
    const deletions = new DeletionEncoder(
      { arena, words, above, layers },
      kept.map((word) => ids[word]),
      places,
    );
    const mark = arena.mark();
    deletions.each((statesAt) => {
      const { features } = this.head(kept.length - 1, statesAt);
      logits.push(dense(this.output, this.throughHidden(features)));
      arena.release(mark);
    });
    return logits;
  }

  get bytes(): number {
    return this.arena.memory.buffer.byteLength;
  }

  forgetWords(): void {
    this.words.forget();
  }

  /** All layers over the words that are not skipped: a skipped word changes nothing, so it need not be there. */
  private recur(ids: Int32Array): readonly number[] {
    const { arena, layers } = this;
    arena.release(this.mark);
    const statesAt = layers.map(({ stateBytes }) => arena.allocate(ids.length * stateBytes));
    this.words.begin(ids);
    layers.forEach((layer, index) => {
      if (index) this.above[index - 1].begin(statesAt[index - 1]);
      layer.run(ids.length, index ? this.above[index - 1] : this.words, statesAt[index]);
    });
    return statesAt;
  }

  private throughHidden(features: Float32Array): Float32Array {
    return this.hidden.reduce((values, layer) => layer.run(values), features);
  }

  private head(words: number, statesAt: number): { features: Float32Array; shares?: Float32Array } {
    const { arena, attention, joined, lastAt, top } = this;
    const last = arena.shorts(lastAt, top.stateBytes / 2).fill(0);
    if (words) copyLastStates(arena, top, words, statesAt, last);
    if (!attention) return { features: values(last, joined) };
    if (!words) return { features: new Float32Array(joined.length), shares: new Float32Array() };
    const { shares, context } = attention.run(words, statesAt, lastAt, arena.allocate(4 * words));
    return { shares, features: values(context, joined) };
  }
}
