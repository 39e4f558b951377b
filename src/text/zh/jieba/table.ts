/**
 * jieba's dictionary and hidden Markov model in one file that is used in place: nothing is unpacked or built at the start.
 * `build.mjs` writes it from the package `jieba-wasm`, and with it the simplified characters of OpenCC (`opencc-js`).
 *
 * The dictionary is a trie over UTF-16 units. Its nodes are numbered level by level, so the children of node `n` are
 * `firstChild[n]` to `firstChild[n + 1]`, in the order of their units; 0 is the root.
 */
export interface JiebaTable {
  /** The first child of each node, and one number more for the end. */
  readonly firstChild: Uint32Array;
  /** For each node: the UTF-16 unit that leads to it. */
  readonly units: Uint16Array;
  /** For each node: the entry of the word that ends there; 0 if no word ends there. */
  readonly entries: Uint16Array;
  /** For each entry: the logarithm of the word's relative frequency; entry 0 is for words that the dictionary lacks. */
  readonly weights: Float64Array;
  /** For each entry: its part of speech, an index into `tagNames`. */
  readonly tags: Uint8Array;
  readonly tagNames: readonly string[];
  /** The characters that the hidden Markov model knows, in their order. */
  readonly letters: Uint16Array;
  /** For each character: the logarithms of its probabilities at the begin, at the end and in the middle of a word, and as a word by itself. */
  readonly emissions: Float64Array;
  /** Characters that simplified text writes otherwise, in their order, and what it writes. */
  readonly traditional: Uint16Array;
  readonly simplified: Uint16Array;
}

/** `JIEB` and the version of the layout, as in `lay-out.mjs`. */
const MAGIC = 0x4a494542;
const VERSION = 2;
/** Magic, version, nodes, entries, letters, bytes of the tags' names, traditional characters, one number that is not used. */
const HEADER = 8 * Uint32Array.BYTES_PER_ELEMENT;

/** @throws Error when the bytes are not a complete table of this kind */
export function readTable(bytes: Uint8Array): JiebaTable {
  // Numbers of eight bytes have to lie at a multiple of eight.
  const { buffer, byteOffset, byteLength } = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  if (byteLength < HEADER) throw new Error('it ends too early');
  const [magic, version, nodes, entries, letters, names, traditional] = new Uint32Array(buffer, byteOffset, 8);
  if (magic !== MAGIC || version !== VERSION) throw new Error('it is no table of jieba');
  let at = byteOffset + HEADER;
  const next = <T extends { readonly byteLength: number }>(
    type: new (buffer: ArrayBufferLike, at: number, length: number) => T,
    length: number,
  ): T => {
    const part = new type(buffer, at, length);
    at += part.byteLength;
    return part;
  };
  const size = 34 * letters + 9 * entries + 8 * nodes + 4 + names + 4 * traditional;
  if (byteLength !== HEADER + size) throw new Error(`it has ${byteLength} bytes, not ${HEADER + size}`);
  return {
    weights: next(Float64Array, entries),
    emissions: next(Float64Array, 4 * letters),
    firstChild: next(Uint32Array, nodes + 1),
    units: next(Uint16Array, nodes),
    entries: next(Uint16Array, nodes),
    letters: next(Uint16Array, letters),
    traditional: next(Uint16Array, traditional),
    simplified: next(Uint16Array, traditional),
    tags: next(Uint8Array, entries),
    tagNames: new TextDecoder().decode(next(Uint8Array, names)).split(' '),
  };
}

/** The place of `value` in `sorted`, at `low` or later and before `high`; -1 if it is missing. */
export function find(sorted: Uint16Array, value: number, low: number, high: number): number {
  const end = high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low < end && sorted[low] === value ? low : -1;
}

/** The child of a node by the unit that leads to it; -1 if no word continues with this unit. */
export const childOf = ({ firstChild, units }: JiebaTable, node: number, unit: number): number =>
  find(units, unit, firstChild[node], firstChild[node + 1]);

/** The entry of `text.slice(start, end)`; 0 if the dictionary lacks it. */
export function entryOf(table: JiebaTable, text: string, start: number, end: number): number {
  let node = 0;
  for (let at = start; at < end && node >= 0; at++) node = childOf(table, node, text.charCodeAt(at));
  return node < 0 ? 0 : table.entries[node];
}
