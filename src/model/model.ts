import type { EncoderWeights } from '../kernels/inference/int16/weights';
import { cutTo } from '../text/cut';
import { tokenOf } from '../text/normalisation';
import type { Vocabulary } from '../text/vocabulary';
import type { Word } from '../text/word';
import type { Anatomy } from './anatomy';
import type { ModelCard } from '../shared/model-card';
import type { Architecture } from './architectures/architecture';
import { countOf, restoreAll, storedReader, type StoredWeight } from './format/stored-weight';
import type { Float32Network } from './inference/float32-network';
import type { Forward, ForwardWithout, Ids, LogitsOf } from './inference/forward';
import { ComposedWords, SUBWORDS } from './inference/composed-words';
import { int16Forward, type Int16Forward } from './inference/int16-forward';
import { forwardOf } from './inference/text-reader';
import { wordGradients, type WordGradients, type WordGradientsOf } from './inference/word-gradients';
import type { NetworkPart } from './inference/network-part';
import { SALIENCY_WEIGHTS, saliencyHeadOf, type SaliencyHeadWeights } from './inference/rationale-head';

/** The input of a network, one entry for each word; an id is 0 where the architecture skips the word. */
export interface EncodedWords extends Ids {
  /** Whether a form of the word is in the vocabulary, or the model's standardisation leaves it out. */
  readonly known: readonly boolean[];
  /** Whether a word that is not known is read by its parts. */
  readonly composed: readonly boolean[];
}

/** The most bytes of memory for gradients that are kept between texts: enough for some 2,000 words of a BiLSTM(128). */
const MOST_BACKWARD = 32 * 2 ** 20;

/**
 * A network with its words and its card. To read texts, call `forward`, which runs without tfjs where the
 * architecture can; the float32 network is made when somebody first asks for it. `dispose()` frees the weights.
 */
export class Model {
  /** Reads one text; see `Forward`. */
  readonly forward: Forward;
  /** Reads a text without each of some words; only where `forward` is int16. */
  readonly leaveOneOutLogits?: ForwardWithout;
  /** Reads several texts that have much in common; only where `forward` is int16. */
  readonly logitsOf?: LogitsOf;
  /** Whether `forward` runs outside tfjs; else it is the float32 network, which takes texts of one length together as well. */
  readonly runsWithoutTfjs: boolean;
  private readonly readingBytes: () => number;
  private onTensors?: Float32Network;
  private backward?: WordGradientsOf;
  private head?: SaliencyHeadWeights;
  private readonly composed?: ComposedWords;

  /**
   * @param networks started; may be left out until `float32` is needed, see `useNetworks`
   * @throws SaliencyError where a weight is missing or of another size than the architecture needs
   */
  constructor(
    readonly name: string,
    readonly card: ModelCard,
    readonly architecture: Architecture,
    readonly vocabulary: Vocabulary,
    private readonly config: object,
    private readonly weights: ReadonlyMap<string, StoredWeight>,
    private networks?: NetworkPart,
  ) {
    const own = this.ownEncoderWeights();
    this.composed = own && this.composedWords(own, () => int16?.forgetWords());
    const encoder = this.encoderWeights();
    const int16: Int16Forward | undefined = encoder && int16Forward(encoder);
    const reader = architecture.reader?.(config, vocabulary.size, card.labels.length, storedReader(weights));
    this.forward =
      int16?.forward ?? (reader ? forwardOf(reader) : (ids, mask) => this.requireFloat32().forward(ids, mask));
    this.leaveOneOutLogits = int16?.leaveOneOutLogits;
    this.logitsOf = int16?.logitsOf;
    this.runsWithoutTfjs = encoder !== undefined || reader !== undefined;
    this.readingBytes = () => int16?.bytes() ?? reader?.bytes ?? 0;
    // Read now, so that a weight of the wrong size is reported when the model is loaded.
    if (!this.runsWithoutTfjs) this.requireFloat32();
  }

  /** The network on tfjs; undefined until it is started. */
  get float32(): Float32Network | undefined {
    this.onTensors ??= this.networks?.float32Network({
      plan: this.architecture.plan(this.config, this.labels.length),
      anatomy: this.anatomy,
      vocabularySize: this.vocabulary.size,
      weights: storedReader(this.weights),
      words: this.composed && this.encoderWeights()?.words,
    });
    return this.onTensors;
  }

  /** Makes the float32 network available. @param networks the started networks on tfjs */
  useNetworks(networks: NetworkPart): void {
    this.networks = networks;
  }

  /** The values of one of its weights, row-major; undefined if it has none of that name. */
  weight(name: string): Float32Array | undefined {
    const found = this.weights.get(name);
    return found && storedReader(this.weights).values(name, countOf(found));
  }

  /**
   * The gradient of Σ factor · logit by the words' vectors, in float32 and without tfjs; undefined if only the network
   * can tell it. @param factors `[outputs]`
   */
  get gradients(): ((ids: Int32Array, mask: Float32Array, factors: Float32Array) => WordGradients) | undefined {
    if (!this.architecture.encoder) return undefined;
    return (ids, mask, factors) => {
      this.backward ??= wordGradients(this.encoderWeights()!);
      const found = this.backward.run(ids, mask, factors);
      // Memory that a very long text needed is released by dropping it, because WebAssembly memory never shrinks.
      if (this.backward.bytes > MOST_BACKWARD) this.backward = undefined;
      return found;
    };
  }

  /** The layers of its network; undefined if it has other than recurrent and dense layers. */
  get anatomy(): Anatomy | undefined {
    return this.architecture.anatomy?.(this.config);
  }

  /** The configuration of its architecture. */
  get settings(): object {
    return this.config;
  }

  /** From bad to good. */
  get labels(): readonly string[] {
    return this.card.labels;
  }

  encode(words: readonly Word[]): EncodedWords {
    const { standardisation, window } = this.card;
    const tokens = words.map(({ text }) => tokenOf(text, standardisation));
    const forms = tokens.map((token) => (token === '' ? '' : this.vocabulary.formOf(token)));
    const { masksUnknown, exactWords = false } = this.architecture;
    // A comma that the standardisation leaves out is no token, nor a word that Keras leaves out before it cuts a text; of the
    // tokens only the window's are read.
    const left = (at: number): boolean => tokens[at] === '' || (masksUnknown && exactWords && forms[at] === undefined);
    const all = tokens.flatMap((_, at) => (left(at) ? [] : [at]));
    const ids = new Int32Array(tokens.length);
    for (const at of window ? cutTo(all, window.words, window.cut) : all) {
      const form = forms[at];
      ids[at] = form === undefined ? this.unknownId(tokens[at]) : this.vocabulary.idOf(form);
    }
    return {
      ids,
      mask: Float32Array.from(ids, (id) => (id === 0 ? 0 : 1)),
      known: forms.map((form) => form !== undefined),
      composed: Array.from(ids, (id) => id >= this.vocabulary.size),
    };
  }

  private unknownId(token: string): number {
    return this.composed?.idOf(token) ?? this.vocabulary.idOf(token);
  }

  /** The network that predicts which words people would mark; undefined if the model has none. */
  get saliency(): SaliencyHeadWeights | undefined {
    const own = [...this.weights].filter(([name]) => SALIENCY_WEIGHTS.some((one) => one === name));
    return (this.head ??= saliencyHeadOf(restoreAll(new Map(own))));
  }

  /** Words of the longest texts it was trained on; undefined if these were not cut. */
  get trainedLength(): number | undefined {
    return this.card.length || undefined;
  }

  /** The part of a long text that it reads; undefined if it reads all. */
  get window(): ModelCard['window'] {
    return this.card.window;
  }

  /** Divides the logits; undefined if the model was not calibrated. */
  get temperature(): number | undefined {
    return this.card.temperature;
  }

  get defaultMethod(): string {
    return this.card.defaultMethod;
  }

  /** Bytes of the WebAssembly memories that read texts and find gradients, without tensors. */
  get wasmBytes(): number {
    return this.readingBytes() + (this.backward?.bytes ?? 0);
  }

  dispose(): void {
    this.backward = undefined;
    this.onTensors?.dispose();
    this.onTensors = undefined;
  }

  private encoderWeights(): EncoderWeights | undefined {
    const own = this.ownEncoderWeights();
    return own && this.composed ? Object.assign(own, { words: this.composed.behind(own.words) }) : own;
  }

  private composedWords({ words }: EncoderWeights, forget: () => void): ComposedWords | undefined {
    const table = this.weights.get(SUBWORDS);
    if (!table) return undefined;
    const rows = storedReader(this.weights).rows(SUBWORDS, countOf(table) / words.dimension, words.dimension);
    return new ComposedWords(this.vocabulary.size, rows, forget);
  }

  private ownEncoderWeights(): EncoderWeights | undefined {
    const { architecture, config, vocabulary, card, weights } = this;
    return architecture.encoder?.(config, vocabulary.size, card.labels.length, storedReader(weights));
  }

  private requireFloat32(): Float32Network {
    if (!this.float32) throw new Error(`The model “${this.name}” reads texts on tfjs, which was not started.`);
    return this.float32;
  }
}
