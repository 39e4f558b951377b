import type { RecurrentLayerShape } from '../anatomy';

/** What one direction of a recurrent layer did to one text, as float32 numbers, and the weights with which it did it. */
export interface LayerActivations {
  readonly cell: RecurrentLayerShape['cell'];
  readonly direction: 'forward' | 'backward';
  readonly units: number;
  /** Number of inputs of the layer. */
  readonly inputs: number;
  /** `[time, inputs]`: word vectors, or the joined states below. */
  readonly x: Float32Array;
  /** `[time, units]`, by text position; a skipped word repeats the state before it in reading order. */
  readonly states: Float32Array;
  /** `[time, gates × units]`: x·W + h·U + b before its activation; gates i, f, c, o of an LSTM, one of a simple RNN. */
  readonly z: Float32Array;
  /** `[inputs, gates × units]` and `[units, gates × units]`. */
  readonly kernel: Float32Array;
  readonly recurrent: Float32Array;
  /** `[gates × units]`. */
  readonly bias: Float32Array;
}

/** A dense layer with its input and its output before the activation. */
export interface DenseTrace {
  readonly activation: 'linear' | 'relu';
  readonly x: Float32Array;
  readonly z: Float32Array;
  /** `[inputs, outputs]`. */
  readonly kernel: Float32Array;
  readonly bias: Float32Array;
}

/** The intermediate values of one float32 forward pass. */
export interface NetworkTrace {
  /** By layer from the words up: forward, then backward where there is one. */
  readonly layers: readonly (readonly LayerActivations[])[];
  /** `[time]`; where the head is an attention. */
  readonly attention?: Float32Array;
  readonly tail: readonly DenseTrace[];
}
