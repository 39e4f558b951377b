import type { RowStore } from '../store/row-store';

const known = new WeakMap<RowStore, Float64Array>();

/** A number for each row by which texts can be sorted; cached until rows are added. */
export function textKeys(store: RowStore): Float64Array {
  const before = known.get(store);
  if (before?.length === store.rows) return before;
  const keys = keysOfTexts(store);
  known.set(store, keys);
  return keys;
}

/** At most so many characters of a text count … */
const LOOKED_AT = 8;
/** … after at most so much leading white space. */
const SPACE = 16;
const UNITS = 65_536;
/** The whole numbers below 2⁵² are told apart. */
const BITS = 52;

/** A number for the beginning of a text, in the order of texts: its first 8 characters where they are Latin, else its first 4. */
function keysOfTexts(store: RowStore): Float64Array {
  const beginnings = new Uint16Array(LOOKED_AT * store.rows);
  const small = new Uint16Array(UNITS);
  for (let row = 0; row < store.rows; row++) {
    const text = store.text(row);
    let from = 0;
    while (from < SPACE && isSpace(text.charCodeAt(from))) from++;
    const length = Math.min(LOOKED_AT, text.length - from);
    for (let i = 0; i < length; i++) {
      const unit = text.charCodeAt(from + i);
      beginnings[LOOKED_AT * row + i] = small[unit] ||= lowerCase(unit);
    }
  }
  const { ranks, base } = ranksOf(beginnings);
  const length = Math.min(LOOKED_AT, Math.floor(BITS / Math.log2(base)));
  const keys = new Float64Array(store.rows);
  for (let row = 0; row < keys.length; row++) {
    let key = 0;
    for (let i = 0; i < length; i++) key = key * base + ranks[beginnings[LOOKED_AT * row + i]];
    keys[row] = key;
  }
  return keys;
}

/** The place of each unit among those that occur, from 1; 0 is the end of a text. */
function ranksOf(units: Uint16Array): { readonly ranks: Uint32Array; readonly base: number } {
  const ranks = new Uint32Array(UNITS);
  for (const unit of units) ranks[unit] = 1;
  let rank = 0;
  ranks[0] = 0;
  for (let unit = 1; unit < UNITS; unit++) if (ranks[unit]) ranks[unit] = ++rank;
  return { ranks, base: rank + 1 };
}

const isSpace = (unit: number): boolean => unit <= 32 || unit === 0xa0 || unit === 0x3000 || unit === 0xfeff;

/** The lower case of one UTF-16 unit; a letter whose lower case is several letters stays as it is. */
function lowerCase(unit: number): number {
  const lower = String.fromCharCode(unit).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : unit;
}
