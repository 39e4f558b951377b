import type { Arena } from './arena';
import type { Layer } from './layer';
import type { RowSource } from './row-source';
import type { StateRows } from './state-rows';
import type { WordRows } from './word-rows';

/** The layers of an encoder, from the lowest up, and the sources of their input products. */
export interface Stack {
  readonly arena: Arena;
  readonly words: WordRows;
  /** Sources for the second layer and those above it. */
  readonly above: readonly StateRows[];
  readonly layers: readonly Layer[];
}

/**
 * Whether a direction of a layer can go on from a state that it had in another text which begins, as it reads, with the same
 * words: if its input is the same there. So it is in the first layer, and above layers of one direction.
 */
export const goesOn = ({ layers }: Stack, index: number): boolean =>
  index === 0 || layers.slice(0, index + 1).every(({ directions }) => directions === 1);

/** A layer's input for a text. @param belowAt by layer, the address of the text's states there */
export const inputOf = (
  { words, above }: Stack,
  index: number,
  ids: Int32Array,
  belowAt: (layer: number) => number,
): RowSource => {
  if (index > 0) {
    above[index - 1].begin(belowAt(index - 1));
    return above[index - 1];
  }
  words.begin(ids);
  return words;
};
