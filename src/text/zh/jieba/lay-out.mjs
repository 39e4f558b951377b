// The layout of jieba's table: see `table.ts`, which reads it.

/** `JIEB`, and the version of the layout. */
const MAGIC = 0x4a494542;
const VERSION = 2;

/**
 * @param {{
 *   words: readonly { word: string, count: number, tag: string }[],
 *   letters: ReadonlyMap<number, readonly number[]>,
 *   simplified: ReadonlyMap<number, number>,
 * }} contents
 *   letters: UTF-16 unit → logarithms of its probabilities as begin, end, middle and single;
 *   simplified: traditional UTF-16 unit → simplified
 */
export function layOut({ words, letters, simplified }) {
  const { entryOf, weights, tags, tagNames } = entriesOf(words);
  const trie = trieOf(words.map(({ word }) => word).sort(), entryOf);
  const known = [...letters.keys()].sort((a, b) => a - b);
  const names = new TextEncoder().encode(tagNames.join(' '));
  const traditional = [...simplified.keys()].sort((a, b) => a - b);
  const counts = [trie.units.length, weights.length, known.length, names.length, traditional.length];
  const header = [MAGIC, VERSION, ...counts, 0];
  // Numbers of eight bytes first, then of four, two, one: each stands at a multiple of its size.
  const parts = [
    Uint32Array.from(header),
    Float64Array.from(weights),
    Float64Array.from(known.flatMap((letter) => letters.get(letter) ?? [])),
    Uint32Array.from(trie.firstChild),
    Uint16Array.from(trie.units),
    Uint16Array.from(trie.entries),
    Uint16Array.from(known),
    Uint16Array.from(traditional),
    Uint16Array.from(traditional, (unit) => simplified.get(unit) ?? unit),
    Uint8Array.from(tags),
    names,
  ];
  return Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)));
}

/**
 * Words of one count and one part of speech share an entry. Entry 0 is what the dictionary lacks: jieba counts it once.
 * @param {readonly { word: string, count: number, tag: string }[]} words
 */
function entriesOf(words) {
  const total = Math.log(words.reduce((sum, { count }) => sum + count, 0));
  const tagNames = [...new Set(words.map(({ tag }) => tag))];
  const weights = [Math.log(1) - total];
  const tags = [0];
  /** @type {Map<string, number>} */
  const numbers = new Map();
  /** @type {Map<string, number>} */
  const entryOf = new Map();
  for (const { word, count, tag } of words) {
    const kind = `${count} ${tag}`;
    if (!numbers.has(kind)) {
      numbers.set(kind, weights.length);
      weights.push(Math.log(count) - total);
      tags.push(tagNames.indexOf(tag));
    }
    entryOf.set(word, numbers.get(kind) ?? 0);
  }
  if (weights.length > 0xffff) throw new Error(`Too many kinds of entries for 16 bits: ${weights.length}.`);
  return { entryOf, weights, tags, tagNames };
}

/**
 * Level by level; a node is a range of the sorted words that begin alike.
 * @param {readonly string[]} sorted by UTF-16 units
 * @param {ReadonlyMap<string, number>} entryOf
 */
function trieOf(sorted, entryOf) {
  const [firstChild, units, entries] = [[], [0], []].map((list) => /** @type {number[]} */ (list));
  let level = [{ from: 0, to: sorted.length }];
  for (let depth = 0; level.length > 0; depth++) {
    const below = [];
    for (let { from, to } of level) {
      const ends = sorted[from].length === depth;
      entries.push(ends ? (entryOf.get(sorted[from]) ?? 0) : 0);
      firstChild.push(units.length);
      if (ends) from++;
      while (from < to) {
        const unit = sorted[from].charCodeAt(depth);
        const start = from;
        while (from < to && sorted[from].charCodeAt(depth) === unit) from++;
        units.push(unit);
        below.push({ from: start, to: from });
      }
    }
    level = below;
  }
  firstChild.push(units.length);
  return { firstChild, units, entries };
}
