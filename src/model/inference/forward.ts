/** Token ids of one text, and which of them are read, `[words]`. */
export interface Ids {
  readonly ids: Int32Array;
  /** 1 = read, 0 = skipped. */
  readonly mask: Float32Array;
}

/** One direction of one recurrent layer; layer 0 is next to the words. */
export interface RecurrentPart {
  readonly layer: number;
  readonly direction: 'forward' | 'backward';
  readonly units: number;
}

/** What one text left behind, as plain numbers. The arrays are the caller's to keep. */
export interface ForwardPass {
  /** `[outputs]`, before softmax or sigmoid and before temperature. */
  readonly logits: Float32Array;
  /** `[words]`, sums to 1 over the words that were read, 0 where skipped; only of models with attention. */
  readonly attention?: Float32Array;
  /** The states that there are, from the lowest layer up, forward first. */
  readonly recurrent: readonly RecurrentPart[];
  /**
   * `[words, units]`, in text order; a skipped word repeats the state before it (after it, for the backward
   * direction). Only until the model reads its next text: throws then.
   */
  states(layer: number, direction: RecurrentPart['direction']): Float32Array;
}

/**
 * Reads one text. The same text gives the same bytes, in every process, worker and browser, whatever was read before.
 * @param ids token ids `[words]`
 * @param mask `[words]`: 1 = read, 0 = skipped
 */
export type Forward = (ids: Int32Array, mask: Float32Array) => ForwardPass;

/**
 * What each of some words changes: the logits `[outputs]` of the text without it, byte for byte those that `Forward` gives
 * for the shortened text, for less work than as many passes.
 * @param out positions of words that are read, ascending
 */
export type ForwardWithout = (ids: Int32Array, mask: Float32Array, out: readonly number[]) => readonly Float32Array[];

/**
 * The logits `[outputs]` of several texts, byte for byte those of `Forward`, for less work where they have beginnings or ends
 * in common.
 */
export type LogitsOf = (texts: readonly Ids[]) => readonly Float32Array[];
