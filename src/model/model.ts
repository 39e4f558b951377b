import type { EncoderWeights } from '../kernels/inference/int16/weights';
import { cutTo } from '../text/cut';
import { tokenOf } from '../text/normalisation';
import type { Vocabulary } from '../text/vocabulary';
import type { Word } from '../text/word';
import type { Anatomy } from './anatomy';
import type { ModelCard } from '../shared/model-card';
import { restoreAll, storedReader, type StoredWeight } from './format/stored-weight';
import { float32Forward, type Forward, type ForwardWithout } from './inference/forward';
import { int16Forward } from './inference/int16-forward';
import { forwardOf } from './inference/text-reader';
import { wordGradients, type WordGradients, type WordGradientsOf } from './inference/word-gradients';
import type { Architecture, Network } from './network/network';
import { SALIENCY_WEIGHTS, saliencyHeadOf, type SaliencyHeadWeights } from './inference/rationale-head';
import { requireTensors } from './network/tensors';

/** Words as a network takes them; all three have one entry a word. */
export interface EncodedWords {
  /** 0 where the architecture skips the word. */
  readonly ids: Int32Array;
  /** 1 = the network reads it, 0 = skipped. */
  readonly mask: Float32Array;
  /** Whether a form of the word is in the vocabulary, or the model's standardisation leaves it out. */
  readonly known: readonly boolean[];
}

/** Bytes of the memory that gradients are computed in which are kept from text to text: some 2,000 words of a BiLSTM(128). */
const MOST_BACKWARD = 32 * 2 ** 20;

/**
 * A network with its words and its card. Whoever only reads texts calls `forward`, which is int16 where the
 * architecture can; the float32 network is made when somebody first asks for it (gradients, training). `dispose()`
 * frees the weights.
 */
export class Model {
  /** Reads one text; see `Forward`. */
  readonly forward: Forward;
  /** Reads a text without each of some words; only where `forward` is int16. */
  readonly without?: ForwardWithout;
  /** Whether `forward` runs outside tfjs; else it is the float32 network, which takes texts of one length together as well. */
  readonly quick: boolean;
  private readonly readingBytes: () => number;
  private float32?: Network;
  private backward?: WordGradientsOf;
  private head?: SaliencyHeadWeights;

  /** @throws SaliencyError where a weight is missing or of another size than the architecture needs */
  constructor(
    readonly name: string,
    readonly card: ModelCard,
    readonly architecture: Architecture,
    readonly vocabulary: Vocabulary,
    private readonly config: object,
    private readonly weights: ReadonlyMap<string, StoredWeight>,
  ) {
    const encoder = this.encoderWeights();
    const int16 = encoder && int16Forward(encoder);
    const reader = architecture.reader?.(config, vocabulary.size, card.labels.length, storedReader(weights));
    this.forward = int16?.forward ?? (reader ? forwardOf(reader) : float32Forward(() => this.network));
    this.without = int16?.without;
    this.quick = encoder !== undefined || reader !== undefined;
    this.readingBytes = () => int16?.bytes() ?? reader?.bytes ?? 0;
    // So that a weight that does not fit is known at once.
    if (!this.quick) this.float32 = this.network;
  }

  /** In float32, with its weights in the tfjs backend. @throws TensorsNeeded where that was not started */
  get network(): Network {
    requireTensors();
    this.float32 ??= this.build();
    return this.float32;
  }

  /**
   * The gradient of Σ factor · logit by the words' vectors, in float32 and without tfjs; undefined where only the network
   * can tell it. @param factors `[outputs]`
   */
  get gradients(): ((ids: Int32Array, mask: Float32Array, factors: Float32Array) => WordGradients) | undefined {
    if (!this.architecture.encoder) return undefined;
    return (ids, mask, factors) => {
      this.backward ??= wordGradients(this.encoderWeights()!);
      const found = this.backward.run(ids, mask, factors);
      // What a very long text needed is given back: WebAssembly memory never shrinks.
      if (this.backward.bytes > MOST_BACKWARD) this.backward = undefined;
      return found;
    };
  }

  /** What its network is made of; undefined where that is not recurrent layers and dense ones. */
  get anatomy(): Anatomy | undefined {
    return this.architecture.anatomy?.(this.config);
  }

  /** From bad to good. */
  get labels(): readonly string[] {
    return this.card.labels;
  }

  encode(words: readonly Word[]): EncodedWords {
    const { standardisation, window } = this.card;
    const tokens = words.map(({ text }) => tokenOf(text, standardisation));
    // A comma that the standardisation leaves out is no token; of the tokens only the window's are read.
    const all = tokens.flatMap((token, at) => (token === '' ? [] : [at]));
    const ids = new Int32Array(tokens.length);
    for (const at of window ? cutTo(all, window.words, window.cut) : all) ids[at] = this.vocabulary.idOf(tokens[at]);
    return {
      ids,
      mask: Float32Array.from(ids, (id) => (id === 0 ? 0 : 1)),
      known: tokens.map((token) => token === '' || this.vocabulary.formOf(token) !== undefined),
    };
  }

  /** The network that foretells which words people would mark; undefined where the model has none. */
  get saliency(): SaliencyHeadWeights | undefined {
    const own = [...this.weights].filter(([name]) => SALIENCY_WEIGHTS.some((one) => one === name));
    return (this.head ??= saliencyHeadOf(restoreAll(new Map(own))));
  }

  /** Words of the longest texts it was trained on; undefined where these were not cut. */
  get trainedLength(): number | undefined {
    return this.card.length || undefined;
  }

  /** The part of a long text that it reads; undefined where it reads all. */
  get window(): ModelCard['window'] {
    return this.card.window;
  }

  /** Divides the logits; undefined where the model was not calibrated. */
  get temperature(): number | undefined {
    return this.card.temperature;
  }

  get defaultMethod(): string {
    return this.card.defaultMethod;
  }

  /** Of the WebAssembly memories that read texts and find gradients; tensors are not counted. */
  get wasmBytes(): number {
    return this.readingBytes() + (this.backward?.bytes ?? 0);
  }

  dispose(): void {
    this.backward = undefined;
    this.float32?.dispose();
    this.float32 = undefined;
  }

  private encoderWeights(): EncoderWeights | undefined {
    const { architecture, config, vocabulary, card, weights } = this;
    return architecture.encoder?.(config, vocabulary.size, card.labels.length, storedReader(weights));
  }

  private build(): Network {
    return this.architecture.build(this.config, this.vocabulary.size, this.card.labels.length, this.weights);
  }
}
