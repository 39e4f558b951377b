import type { Scalar, Tensor1D, Tensor2D, Tensor3D, Variable } from '@tensorflow/tfjs-core';
import type { EncoderWeights } from '../../kernels/inference/int16/weights';
import type { Truncation, Standardisation } from '../../shared/text-options';
import type { LayerRow } from '../layer-row';
import type { CountedText } from '../ngrams/count-ngrams';
import type { NgramShare } from '../ngrams/ngram-shares';
import type { Anatomy } from '../anatomy';
import type { TextReader } from '../inference/text-reader';
import type { WeightReader } from '../inference/weight-reader';
import type { WeightSource } from './weight-store';

/** Random masks for one training step. Absent: inference, nothing is dropped. */
export interface Training {
  /** Seed of this step's dropout masks: the same seed gives the same masks. */
  readonly seed: number;
  /** Where only a part of a batch is computed here: its rows get the masks that they have in the whole batch. */
  readonly part?: {
    /** Rows of the batch before this part. */
    readonly before: number;
    /** Rows of this part. */
    readonly rows: number;
  };
}

/** States of one direction of one recurrent layer. */
export interface RecurrentStates {
  /** 0 is the layer next to the embedding. */
  readonly layer: number;
  readonly direction: 'forward' | 'backward';
  /** `[batch, time, units]`; a masked word repeats the state before it (behind it, for the backward direction). */
  readonly states: Tensor3D;
}

/** All that a forward pass leaves behind for explanations. The caller owns the tensors (use `tf.tidy`). */
export interface Activations {
  /**
   * `[batch, outputs]` before softmax or sigmoid, before temperature. A binary model with one sigmoid unit has
   * one output: the log-odds of its last label (`positive`).
   */
  readonly logits: Tensor2D;
  /** Every recurrent layer and direction, in order. */
  readonly recurrent: readonly RecurrentStates[];
  /** `[batch, time]`, rows sum to 1 over the unmasked words; only of architectures that have attention. */
  readonly attention?: Tensor2D;
}

/** A network with its weights in the tfjs backend. Disposed by `dispose()`, which frees every weight. */
export interface Network {
  /** The weights by name, in the order in which they are written to disk. */
  readonly weights: ReadonlyMap<string, Variable>;
  /**
   * What a head reads of the topmost recurrent layer; state distance is defined for `last-states` only. `windows`: there
   * is no recurrent layer, but one that looks at a few words side by side. `ngrams`: see `shares`.
   */
  readonly reads: 'last-states' | 'sequence' | 'windows' | 'ngrams';
  /** ids `[batch, time]` int32 → word vectors `[batch, time, dimension]`. Differentiable in the embedding weights. */
  embed(ids: Tensor2D): Tensor3D;
  /**
   * Word vectors `[batch, time, dimension]` and mask `[batch, time]` (1 = a word, 0 = padding, or a word that the
   * architecture skips) → activations. Differentiable in the weights and in `embedded`.
   */
  forward(embedded: Tensor3D, mask: Tensor2D, training?: Training): Activations;
  /**
   * Mean loss over the batch; targets are `[batch]` int32 indices into the model's labels, or a distribution over them
   * `[batch, labels]`. `smoothing`: the share of the target that is spread evenly over all labels.
   */
  loss(logits: Tensor2D, targets: Tensor1D | Tensor2D, smoothing?: number): Scalar;
  /**
   * What every n-gram of one text adds to the logit of label number `target`; only of networks that read n-grams.
   * @param ids token ids `[time]`
   * @param mask `[time]`: 1 = read, 0 = skipped
   */
  shares?(ids: Int32Array, mask: Float32Array, target: number): readonly NgramShare[];
  /**
   * Keeps what was pre-trained as it is while the rest learns, where the architecture does so; to be called between the
   * two. Gives back what ends it.
   */
  freeze?(): () => void;
  dispose(): void;
}

/** One architecture of the literature: how its network is built, and what its articles fix. */
export interface Architecture<Config extends object = object> {
  /** As on disk and on the command line: `state-distance-lstm`. */
  readonly name: string;
  /** The article or book that published it, and what we changed and why. */
  readonly source: string;
  /** Configuration with the published values where `given` is silent; throws `ConfigurationError` naming the field. */
  configure(given: Readonly<Record<string, unknown>>): Config;
  /** True where unknown words share id 0 with padding and are skipped: state unchanged, score exactly 0. */
  readonly masksUnknown: boolean;
  /** As `Network.reads` of every network it builds: lists of models tell from it which methods are offered. */
  readonly reads: Network['reads'];
  /** True where every network it builds leaves `Activations.attention` behind. */
  readonly attends: boolean;
  /** What the article fixes about its words; training starts from these values. */
  readonly published: {
    readonly maxWords: number;
    /** Rarer words are unknown. */
    readonly minCount: number;
    /** Words of a text that are trained on. */
    readonly length: number;
    /** Which words of a longer text these are; left out: its first ones. */
    readonly cut?: Truncation;
    /** True where the article reads only these words of a text, also when the model is used. */
    readonly readsCut?: boolean;
    /** How words become tokens; left out: `word`. */
    readonly standardisation?: Standardisation;
  };
  /** The table of its layers, in the order in which a text goes through them; every weight belongs to one of them. */
  layers(config: Config, labels: number): readonly LayerRow[];
  /**
   * Weights that are counted in the training texts, or in the tokens by id (empty where an id is no token), before anything is learnt, by name; `build` gets them beside the
   * seed. Left out where there are none.
   */
  count?(
    config: Config,
    vocabularySize: number,
    labels: number,
    texts: readonly CountedText[],
    tokens: readonly string[],
  ): ReadonlyMap<string, Float32Array>;
  /** A network with fresh weights (a seed, deterministic) or with weights by name, as read from disk. */
  build(config: Config, vocabularySize: number, labels: number, initial: WeightSource): Network;
  /** What its networks are made of, where they are recurrent layers and dense ones; see `Anatomy`. */
  anatomy?(config: Config): Anatomy;
  /**
   * The same network for the int16 encoder, of weights as `build` names them; left out where the encoder has no such
   * layers. See `encoder-parts.ts`.
   */
  encoder?(config: Config, vocabularySize: number, labels: number, weights: WeightReader): EncoderWeights;
  /** The same network outside tfjs, where it is no recurrent one: see `text-reader.ts`. */
  reader?(config: Config, vocabularySize: number, labels: number, weights: WeightReader): TextReader;
}
