import type { Scalar, Tensor1D, Tensor2D, Tensor3D, Variable } from '@tensorflow/tfjs-core';
import type { Reads } from '../architectures/architecture';
import type { NgramShare } from '../ngrams/ngram-share';

/** Random masks for one training step. Absent: inference, nothing is dropped. */
export interface DropoutMasks {
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
  /** `[batch, time, units]`; a masked word repeats the state before it (after it, for the backward direction). */
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
  /** As its architecture says. */
  readonly reads: Reads;
  /** ids `[batch, time]` int32 → word vectors `[batch, time, dimension]`. Differentiable in the embedding weights. */
  embed(ids: Tensor2D): Tensor3D;
  /**
   * Word vectors `[batch, time, dimension]` and mask `[batch, time]` (1 = a word, 0 = padding, or a word that the
   * architecture skips) → activations. Differentiable in the weights and in `embedded`.
   */
  forward(embedded: Tensor3D, mask: Tensor2D, training?: DropoutMasks): Activations;
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
