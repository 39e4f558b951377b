export type Conv1dPadding = 'same' | 'valid';

/** Sizes of one convolution over words. */
export interface Conv1dShape {
  readonly batch: number;
  readonly time: number;
  readonly inputs: number;
  readonly filters: number;
  readonly width: number;
  /** Words of zeros before a text. */
  readonly left: number;
  /** Places of the result. */
  readonly places: number;
}

/** x `[batch, time, inputs]`, kernel `[width, inputs, filters]`. */
export function conv1dShape(x: readonly number[], kernel: readonly number[], padding: Conv1dPadding): Conv1dShape {
  const [batch, time, inputs] = x;
  const [width, , filters] = kernel;
  // If windows are single words, the borders between texts do not matter.
  if (width === 1) {
    return { batch: 1, time: batch * time, inputs, filters, width, left: 0, places: batch * time };
  }
  const left = padding === 'same' ? Math.floor((width - 1) / 2) : 0;
  return { batch, time, inputs, filters, width, left, places: placesOf(time, width, padding) };
}

/** Places of a convolution's result for texts of `time` words. */
export function placesOf(time: number, width: number, padding: Conv1dPadding): number {
  return padding === 'same' ? time : Math.max(0, time - width + 1);
}
