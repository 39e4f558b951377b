import type { Arena } from './arena';
import { rangeMeasures, scaleBeside, scaleForWords, type ScaleFor } from './columns';
import type { Int16Exports } from './exports';
import { padded } from './panels';
import { CHUNK } from './product';
import type { WordLevels, WordVectors } from './weights';

/** Word vectors as int16, converted when a text first has the word, because most words of a vocabulary are never used. */
export interface VectorRows {
  /** The number of values in a row, padding included. */
  readonly height: number;
  /** The address of the rows that `write` fills, int16 `[CHUNK][height]`. */
  readonly at: number;
  /** The scale for the columns that the rows are multiplied with. Their padding must be 0. */
  readonly scaleFor: ScaleFor;
  /** Writes the rows of up to `CHUNK` words, and their scales. */
  write(ids: Int32Array, scales: Float32Array): void;
}

export const vectorRows = (arena: Arena, kernels: Int16Exports, words: WordVectors): VectorRows =>
  words.levels ? fromLevels(arena, kernels, words, words.levels) : fromValues(arena, words);

/** Vectors with one scale each. */
const fromValues = (arena: Arena, words: WordVectors): VectorRows => {
  const height = padded(words.dimension);
  const at = arena.allocate(2 * height * CHUNK);
  const vector = new Float32Array(words.dimension);
  return {
    height,
    at,
    scaleFor: scaleForWords,
    write(ids, scales) {
      const rows = arena.shorts(at, height * CHUNK);
      ids.forEach((id, index) => {
        words.read(id, vector);
        const scale = (scales[index] = scaleForWords(rangeMeasures(vector)));
        for (let k = 0; k < vector.length; k++) rows[index * height + k] = Math.round(vector[k] / scale);
      });
    },
  };
};

/** Levels, unchanged, with one common scale: no rounding, and finer columns are possible. */
const fromLevels = (
  arena: Arena,
  kernels: Int16Exports,
  { dimension, levelsBehind }: WordVectors,
  { bytes, zero, scale }: WordLevels,
): VectorRows => {
  const height = padded(dimension);
  const tableAt = arena.allocate(bytes.length + height);
  new Uint8Array(arena.memory.buffer, tableAt, bytes.length).set(bytes);
  const stored = bytes.length / dimension;
  const behindAt = levelsBehind ? arena.allocate(dimension * CHUNK + height) : 0;
  const at = arena.allocate(2 * height * CHUNK);
  const addressesAt = arena.allocate(4 * CHUNK);
  return {
    height,
    at,
    scaleFor: scaleBeside(Math.max(zero, 255 - zero) * Math.sqrt(height)),
    write(ids, scales) {
      const addresses = arena.addresses(addressesAt, ids.length);
      ids.forEach((id, index) => {
        addresses[index] = id < stored ? tableAt + id * dimension : behindAt + index * dimension;
        if (id >= stored) levelsBehind!(id, new Uint8Array(arena.memory.buffer, addresses[index], dimension));
      });
      kernels.levelRows(ids.length, addressesAt, height, zero, at);
      scales.fill(scale);
    },
  };
};
