import type { RowIndices } from '../data';

/** Keys that are whole numbers in a range of this size are sorted by counting. */
const COUNTED = 4_000_000;
/** Other keys are sorted by so many bits in each pass (radix sort). */
const DIGIT = 16;
const DIGITS = 2 ** DIGIT;
const MASK = DIGITS - 1;

/** Rows by the key at the same place; equal ones stay in their order, those without a key (`Infinity`) come last. */
export function byKeys(rows: RowIndices, keys: Float64Array<ArrayBuffer>, descending: boolean): RowIndices {
  let [least, most, isWhole] = [Infinity, -Infinity, true];
  for (const key of keys) {
    if (key === Infinity) continue;
    if (key < least) least = key;
    if (key > most) most = key;
    if (Math.floor(key) !== key) isWhole = false;
  }
  const range = most - least + 1;
  return isWhole && range > 0 && range <= COUNTED
    ? byCounting(rows, keys, descending, least, range)
    : byBits(rows, keys, descending);
}

function byCounting(
  rows: RowIndices,
  keys: Float64Array,
  descending: boolean,
  least: number,
  range: number,
): RowIndices {
  const place = (key: number): number => {
    if (key === Infinity) return range;
    return descending ? range - 1 - (key - least) : key - least;
  };
  const starts = new Uint32Array(range + 2);
  for (const key of keys) starts[place(key) + 1]++;
  for (let at = 1; at < starts.length; at++) starts[at] += starts[at - 1];
  const sorted = new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at++) sorted[starts[place(keys[at])]++] = rows[at];
  return sorted;
}

/** By the bits of the keys, 16 at a time from the lowest: four passes, and no comparisons. */
function byBits(rows: RowIndices, keys: Float64Array<ArrayBuffer>, descending: boolean): RowIndices {
  const bits = sortableBits(keys, descending);
  let places = new Uint32Array(rows.length);
  for (let at = 0; at < places.length; at++) places[at] = at;
  let next = new Uint32Array(rows.length);
  for (const half of [0, 1])
    for (const shift of [0, DIGIT]) {
      const starts = startsOf(bits, half, shift);
      // This pass would move nothing.
      if (!starts) continue;
      for (const place of places) next[starts[(bits[2 * place + half] >>> shift) & MASK]++] = place;
      [places, next] = [next, places];
    }
  return places.map((place) => rows[place]);
}

/** Where the keys with each digit begin; undefined: all keys have the same one. */
function startsOf(bits: Uint32Array, half: number, shift: number): Uint32Array | undefined {
  const counts = new Uint32Array(DIGITS);
  for (let at = half; at < bits.length; at += 2) counts[(bits[at] >>> shift) & MASK]++;
  if (bits.length === 0 || counts[(bits[half] >>> shift) & MASK] === bits.length / 2) return undefined;
  let start = 0;
  for (let digit = 0; digit < DIGITS; digit++) {
    const count = counts[digit];
    counts[digit] = start;
    start += count;
  }
  return counts;
}

/** The keys as whole numbers of 64 bits in the same order: the lower half of each, then the upper one. */
function sortableBits(keys: Float64Array<ArrayBuffer>, descending: boolean): Uint32Array {
  // −0 is 0.
  const bits = new Uint32Array(keys.map((key) => key + 0).buffer);
  for (let at = 0; at < keys.length; at++) {
    const [low, high] = [2 * at, 2 * at + 1];
    if (keys[at] === Infinity) bits[low] = bits[high] = 0xffffffff;
    else {
      // Numbers below 0 have their sign's bit set, and the more of the others the smaller they are.
      const isBelow = keys[at] < 0;
      const lower = isBelow !== descending ? 0xffffffff : 0;
      bits[low] ^= lower;
      bits[high] ^= isBelow ? lower : 0x80000000 ^ lower;
    }
  }
  return bits;
}
