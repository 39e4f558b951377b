/** One recurrent layer; `forward` and `backward` are the names before `/kernel`, `/recurrent_kernel` and `/bias`. */
export interface RecurrentLayerShape {
  readonly cell: 'lstm' | 'simple-rnn';
  readonly forward: string;
  /** Reads from the end; its states stand after the forward ones. Left out: one direction. */
  readonly backward?: string;
}

/** A dense layer by the name before `/kernel` and `/bias`. */
export interface DenseLayer {
  readonly name: string;
  readonly activation: 'linear' | 'relu';
}

/**
 * What a recurrent network is made of, by the names of its weights: word vectors go through `layers`, each reading the
 * joined states of the one below it, then through what the head reads, then through `tail`. For explanations that look
 * inside; a network that is anything else has none.
 */
export interface Anatomy {
  /** The recurrent layers, the one that reads the word vectors first. */
  readonly layers: readonly RecurrentLayerShape[];
  /** The input of the dense layers: the joined last states of the top layer, or all its states weighted by attention. */
  readonly head: 'last-states' | 'attention';
  /** The last one gives the logits and is linear. */
  readonly tail: readonly DenseLayer[];
}
