/** The vectors of a vocabulary, read once, when an encoder is built. */
export interface WordVectors {
  readonly count: number;
  readonly dimension: number;
  /** Writes the vector of word `id` into `target`, `[dimension]`. */
  read(id: number, target: Float32Array): void;
}

/** One direction of one LSTM layer, as Keras has it: columns i f g o, sigmoid gates, tanh activation. */
export interface LstmWeights {
  /** `[inputs, 4 * units]`, row-major. */
  readonly kernel: Float32Array;
  /** `[units, 4 * units]`. */
  readonly recurrent: Float32Array;
  /** `[4 * units]`. */
  readonly bias: Float32Array;
}

/** One layer. Inputs: the word vectors, or the joined states (forward first) of the layer below. */
export interface LayerWeights {
  readonly units: number;
  readonly forward: LstmWeights;
  readonly backward?: LstmWeights;
}

/** A dense layer without activation. */
export interface DenseWeights {
  /** `[inputs, outputs]`. */
  readonly kernel: Float32Array;
  /** `[outputs]`. */
  readonly bias: Float32Array;
}

/** A dense layer between what a head reads and its output. */
export interface HiddenWeights extends DenseWeights {
  readonly activation: 'relu' | 'tanh' | 'linear';
}

/** What every head ends with. */
interface HeadTail {
  /** Layers in front of the output; left out: none. */
  readonly hidden?: readonly HiddenWeights[];
  readonly output: DenseWeights;
}

/** The output reads the topmost layer's last states: of the backward direction the one at the first word. */
interface LastStatesHead extends HeadTail {
  readonly kind: 'last-states';
}

/**
 * The output reads Σ softmax(score)_t · h_t with score_t = v · tanh(W1·h_t + b), or, where `query` is given,
 * v · tanh(W1·h_t + W2·q + b) with q the joined last states (Bahdanau, Cho, Bengio 2015).
 */
export interface AttentionHead extends HeadTail {
  readonly kind: 'attention';
  /** W1 `[width, hidden]`, width = units × directions. */
  readonly kernel: Float32Array;
  /** W2 `[width, hidden]`. */
  readonly query?: Float32Array;
  /** b `[hidden]`. */
  readonly bias: Float32Array;
  /** v `[hidden]`. */
  readonly score: Float32Array;
}

/** All that an encoder needs. Nothing is kept of it: the encoder makes its own packed copies. */
export interface EncoderWeights {
  readonly words: WordVectors;
  readonly layers: readonly LayerWeights[];
  readonly head: LastStatesHead | AttentionHead;
}

/** Word vectors from one table `[count, dimension]`. */
export const wordVectors = (table: Float32Array, dimension: number): WordVectors => ({
  count: table.length / dimension,
  dimension,
  read: (id, target) => target.set(table.subarray(id * dimension, (id + 1) * dimension)),
});
