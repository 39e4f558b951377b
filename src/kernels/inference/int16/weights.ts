/** The word vectors of a vocabulary; each is read when a text first has its word. */
export interface WordVectors {
  readonly count: number;
  readonly dimension: number;
  /** Writes the vector of word `id` into `target`, `[dimension]`. */
  read(id: number, target: Float32Array): void;
  /** The same vectors, if they are stored as levels; the encoder does not call `read` then. */
  readonly levels?: WordLevels;
  /** Writes the levels of a word after those of `levels`, `[dimension]`; left out if there are none. */
  levelsBehind?(id: number, target: Uint8Array): void;
}

/** Word vectors as uint8: a value is (level − zero) · scale. */
export interface WordLevels {
  /** `[count, dimension]`. */
  readonly bytes: Uint8Array;
  /** The level of 0, from 0 to 255. */
  readonly zero: number;
  readonly scale: number;
}

/**
 * One direction of one recurrent layer, as Keras has it. LSTM: columns i f g o, sigmoid gates, tanh activation. A simple
 * recurrent layer has `units` columns instead of `4 * units`.
 */
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
  /** By default `lstm`. `simple-rnn`: h ← tanh(x·W + h·U + b) (Elman 1990). */
  readonly cell?: 'lstm' | 'simple-rnn';
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

/** A dense layer between the head and the output. */
export interface HiddenWeights extends DenseWeights {
  readonly activation: 'relu' | 'tanh' | 'linear';
}

/** The last layers of every head. */
interface HeadTail {
  /** Dense layers before the output; absent: none. */
  readonly hidden?: readonly HiddenWeights[];
  readonly output: DenseWeights;
}

/** The output reads the last states of the topmost layer; for the backward direction that is the state at the first word. */
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

/** All weights of an encoder. The encoder makes packed copies of them, except for word vectors without `levels`. */
export interface EncoderWeights {
  readonly words: WordVectors;
  readonly layers: readonly LayerWeights[];
  readonly head: LastStatesHead | AttentionHead;
}

/** Word vectors from levels; float32 values are computed only when asked for. */
export const levelVectors = (levels: WordLevels, dimension: number): WordVectors => ({
  count: levels.bytes.length / dimension,
  dimension,
  read(id, target) {
    for (let k = 0; k < dimension; k++) target[k] = (levels.bytes[id * dimension + k] - levels.zero) * levels.scale;
  },
  levels,
});
