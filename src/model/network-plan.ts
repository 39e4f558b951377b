import type { GraphPlan } from './graph/graph-config';

/**
 * What a network is made of, as plain numbers and names: all that `network/` needs to build it on tfjs. Every architecture
 * makes such a plan from its configuration.
 */
export type NetworkPlan =
  RecurrentPlan | ConvolutionPlan | SeparableConvolutionPlan | NgramPlan | ContextualPlan | GraphPlan;

/** A dropout layer: its name, and the share that it drops in training. */
export interface DropoutPlan {
  readonly name: string;
  readonly rate: number;
}

/** One recurrent layer. The first reads the word vectors, each further one the joined states of the layer below it. */
export interface RecurrentLayerPlan {
  readonly cell: 'lstm' | 'gru' | 'simple-rnn';
  /** The prefix of the names of its weights; two directions are `name/forward` and `name/backward`. */
  readonly name: string;
  /** Units of each direction. */
  readonly units: number;
  readonly directions: 1 | 2;
  /** Share of the input features that is dropped, one mask for all words of a text (Keras `dropout`). */
  readonly inputDropout?: number;
  /** Share of the recurrent features that is dropped, one mask for all words of a text (Keras `recurrent_dropout`). */
  readonly recurrentDropout?: number;
  /** Dropout of its states: `text` drops the same features at every word of a text, `word` other ones at each. */
  readonly dropout?: DropoutPlan & { readonly mask: 'text' | 'word' };
}

/** The cell of a layer for the int16 encoder and the methods that look inside, which do not know the GRU. */
export function knownCell({ cell }: RecurrentLayerPlan): Exclude<RecurrentLayerPlan['cell'], 'gru'> {
  if (cell === 'gru') throw new Error('A GRU runs on tfjs alone.');
  return cell;
}

/** Recurrent layers over word vectors, what the head reads of the topmost one, and dense layers. */
export interface RecurrentPlan {
  readonly kind: 'recurrent';
  /** The dimension of the word vectors. */
  readonly dimension: number;
  /** Share of the word vectors' features that is dropped, one mask for a whole text; left out: there is no such layer. */
  readonly wordDropout?: number;
  readonly layers: readonly RecurrentLayerPlan[];
  readonly head: RecurrentHead;
  /** Dense layers with relu between the head and the output, each with a dropout after it. */
  readonly hidden?: readonly { readonly name: string; readonly units: number; readonly dropout: number }[];
  /** Between the head and the output. */
  readonly dropout?: DropoutPlan;
  readonly outputs: number;
}

/** The states after the last word, or the sum of all states weighted by an attention. */
export type RecurrentHead =
  | { readonly kind: 'last-states' }
  | { readonly kind: 'additive-attention' | 'feed-forward-attention'; readonly units: number };

/** Convolutions side by side over word vectors, and the largest value of each filter. */
export interface ConvolutionPlan {
  readonly kind: 'convolutions';
  readonly dimension: number;
  readonly wordDropout: number;
  readonly convolutions: readonly { readonly name: string; readonly width: number }[];
  /** Filters of each convolution. */
  readonly filters: number;
  readonly dropout: number;
  readonly outputs: number;
}

/** Two separable convolutions, max pooling, two more, and the mean over the text. */
export interface SeparableConvolutionPlan {
  readonly kind: 'separable-convolutions';
  readonly dimension: number;
  readonly convolutions: readonly { readonly name: string; readonly inputs: number; readonly filters: number }[];
  readonly width: number;
  /** Words of a pooling window. */
  readonly pool: number;
  /** Dropout of the word vectors, feature by feature, and before the output. */
  readonly dropout: number;
  readonly outputs: number;
}

/** A relu layer on the n-grams of a text. */
export interface NgramPlan {
  readonly kind: 'ngrams';
  readonly ngrams: number;
  /** Words of the longest n-grams. */
  readonly longest: number;
  /** Counts each n-gram as often as it stands in the text; else once. */
  readonly counted: boolean;
  readonly units: number;
  readonly dropout: number;
  readonly outputs: number;
}

/** A BiLSTM with attention on the states of a small language model, which reads word and character vectors. */
export interface ContextualPlan {
  readonly kind: 'contextual';
  readonly dimension: number;
  readonly characters: {
    readonly letters: number;
    readonly alphabet: number;
    readonly dimension: number;
    readonly filters: number;
  };
  readonly languageUnits: number;
  /** True: after its pre-training the language model stays as it is. */
  readonly frozen: boolean;
  readonly units: number;
  readonly attentionUnits: number;
  readonly wordDropout: number;
  readonly recurrentDropout: number;
  readonly dropout: number;
  readonly outputs: number;
}

/** Width of the output of a recurrent layer: of its joined states. */
export const widthOf = ({ units, directions }: RecurrentLayerPlan): number => units * directions;

/** Width of the input of the recurrent layer with the index `at`. */
export const inputWidthOf = ({ dimension, layers }: RecurrentPlan, at: number): number =>
  at === 0 ? dimension : widthOf(layers[at - 1]);
