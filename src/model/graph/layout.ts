import { cutTo } from '../../text/cut';
import type { GraphConfig } from './graph-config';

/** Texts of one length as an imported network reads them: words side by side, padding before or after them. */
export interface PaddedTexts {
  /** Which texts these are. */
  readonly texts: readonly number[];
  readonly batch: number;
  /** Words of a text as it was handed in. */
  readonly time: number;
  /** Places of a text as the network reads it. */
  readonly length: number;
  /** `[batch, length]`: rows of the words; after all words stand a row of padding and one of the starting token. */
  readonly places: Int32Array;
  /** `[batch, length]`: 1 = a word, 0 = padding. */
  readonly words: Float32Array;
  /** `[batch, time]`: where each word of the text stands among the places, all texts in one row; −1 = it is not read. */
  readonly origin: Int32Array;
}

/** @param mask `[texts, time]`: 1 = read, 0 = skipped; @param least places that the network needs at the least */
export function laidOut(input: GraphConfig['input'], mask: Float32Array, time: number, least: number): PaddedTexts[] {
  const { start, cut } = input;
  const count = mask.length / time;
  const most = input.length === undefined ? 0 : Math.max(1, input.length);
  const texts = Array.from({ length: count }, (_, text) => {
    const rows = Array.from({ length: time }, (_, word) => text * time + word).filter((at) => mask[at] !== 0);
    const begin = start === undefined ? [] : [mask.length + 1];
    return cutTo([...begin, ...rows], most, cut);
  });
  const lengthOf = (rows: readonly number[]): number => input.length ?? Math.max(least, rows.length);
  const groups = new Map<number, number[]>();
  texts.forEach((rows, text) => groups.set(lengthOf(rows), [...(groups.get(lengthOf(rows)) ?? []), text]));
  return [...groups].map(([length, members]) =>
    layoutOf(input, members, texts, { length, time, padding: mask.length }),
  );
}

function layoutOf(
  { padding: side }: GraphConfig['input'],
  members: readonly number[],
  texts: readonly (readonly number[])[],
  { length, time, padding }: { readonly length: number; readonly time: number; readonly padding: number },
): PaddedTexts {
  const batch = members.length;
  const places = new Int32Array(batch * length).fill(padding);
  const words = new Float32Array(batch * length);
  const origin = new Int32Array(batch * time).fill(-1);
  members.forEach((text, row) => {
    const rows = texts[text];
    const first = row * length + (side === 'pre' ? length - rows.length : 0);
    rows.forEach((at, index) => {
      places[first + index] = at;
      words[first + index] = 1;
      if (at < padding) origin[row * time + (at - text * time)] = first + index;
    });
  });
  return { texts: members, batch, time, length, places, words, origin };
}
