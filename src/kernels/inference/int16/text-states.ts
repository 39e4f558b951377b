import type { Arena } from './arena';
import { STATE_SCALE } from './gate-constants';
import type { Layer } from './layer';

/** The places of the words that are not skipped. */
export const keptWords = (mask: ArrayLike<number>): Int32Array => {
  const kept: number[] = [];
  for (let t = 0; t < mask.length; t++) if (mask[t]) kept.push(t);
  return Int32Array.from(kept);
};

/** The ids of the words that are not skipped. */
export const keptIds = (ids: Int32Array, mask: ArrayLike<number> | undefined): Int32Array =>
  mask ? ids.filter((_, t) => mask[t]) : ids;

/** Puts the values of the kept words back to their places in the text; 0 elsewhere. */
export const spreadStates = (values: Float32Array, kept: Int32Array, length: number): Float32Array => {
  const all = new Float32Array(length);
  kept.forEach((t, index) => (all[t] = values[index]));
  return all;
};

/** States or sums of states, converted from units of 1 / 8191, without padding; `joined` has the place of each. */
export const values = (integers: Int16Array | Float32Array, joined: Int32Array): Float32Array => {
  const out = new Float32Array(joined.length);
  for (let n = 0; n < out.length; n++) out[n] = integers[joined[n]] / STATE_SCALE;
  return out;
};

/** The last states of each direction, joined: forward at the last word, backward at the first. */
export const copyLastStates = (arena: Arena, layer: Layer, words: number, statesAt: number, last: Int16Array): void => {
  const part = layer.partBytes / 2;
  for (let direction = 0; direction < layer.directions; direction++) {
    const word = direction ? 0 : words - 1;
    const at = statesAt + word * layer.stateBytes + direction * layer.partBytes;
    last.set(arena.shorts(at, part), direction * part);
  }
};

/** The states of one direction as float32 `[length, units]`; a skipped word repeats the state before it. */
export const readStates = (
  arena: Arena,
  layer: Layer,
  direction: 'forward' | 'backward',
  statesAt: number,
  words: number,
  kept: Int32Array | undefined,
  length: number,
): Float32Array => {
  const backward = direction === 'backward';
  if (!layer || (backward && layer.directions < 2)) throw new RangeError('There is no such layer or direction.');
  const { units } = layer;
  const width = layer.stateBytes / 2;
  const integers = arena.shorts(
    statesAt + (backward ? layer.partBytes : 0),
    Math.max(0, words * width - (backward ? layer.partBytes / 2 : 0)),
  );
  const out = new Float32Array(length * units);
  const write = (t: number, index: number) => {
    for (let unit = 0; unit < units; unit++) out[t * units + unit] = integers[index * width + unit] / STATE_SCALE;
  };
  if (!kept) for (let t = 0; t < length; t++) write(t, t);
  else if (backward)
    for (let t = length - 1, index = words; t >= 0; t--) {
      if (index && kept[index - 1] === t) index--;
      if (index < words) write(t, index);
    }
  else
    for (let t = 0, index = -1; t < length; t++) {
      if (kept[index + 1] === t) index++;
      if (index >= 0) write(t, index);
    }
  return out;
};
