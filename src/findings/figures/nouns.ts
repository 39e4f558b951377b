import { TOKEN_BITS } from '../../shared/findings/piece';
import type { RowStore } from '../store/row-store';
import { compoundsIn, type Compound } from './compounds';

/** A word is a noun if it stands where nouns do this often … */
const LEAST_PLACES = 2;
/** … in this share of the places where it stands … */
const LEAST_SHARE = 0.25;
/** … and where no noun stands seldom: in at most so many places for each as a noun. */
const MOST_OTHERS = 0.5;

/** Which words of this file are nouns, and which noun each counts as: its singular, if the file has that as well. */
export interface Nouns {
  /** By code of a word: the code of the noun that it counts as, plus 1; 0 if it is no noun. */
  readonly of: Uint32Array;
  /** By code of a noun that is nearly always part of a compound: the whole of it. */
  readonly names: ReadonlyMap<number, string>;
}

const known = new WeakMap<RowStore, { readonly rows: number; readonly nouns: Nouns }>();

/** Found over the whole file, once for each number of rows. */
export function nounsOf(store: RowStore): Nouns {
  const before = known.get(store);
  if (before?.rows === store.rows) return before.nouns;
  const nouns = findNouns(store);
  known.set(store, { rows: store.rows, nouns });
  return nouns;
}

function findNouns(store: RowStore): Nouns {
  const { words } = store;
  const all = new Uint32Array(words.length);
  const places = new Uint32Array(words.length);
  const others = new Uint32Array(words.length);
  for (let row = 0; row < store.rows; row++) {
    const tokens = store.tokens(row);
    for (const token of tokens) {
      const code = token & TOKEN_BITS.word;
      all[code]++;
      if (token & TOKEN_BITS.nounPlace) places[code]++;
      if (token & TOKEN_BITS.otherPlace) others[code]++;
    }
  }
  const codes = new Map(words.map((word, code) => [word, code]));
  const of = new Uint32Array(words.length);
  words.forEach((word, code) => {
    const singular = singularsOf(word).find((form) => codes.has(form));
    const its = singular === undefined ? code : codes.get(singular)!;
    const sum = (of: Uint32Array) => (its === code ? of[code] : of[code] + of[its]);
    const [stood, there, elsewhere] = [sum(places), sum(all), sum(others)];
    const isNoun = stood >= LEAST_PLACES && stood / there >= LEAST_SHARE && elsewhere <= MOST_OTHERS * stood;
    if (isNoun) of[code] = its + 1;
  });
  return {
    of,
    names: namesOf(
      of,
      compoundsIn(store, of, (code) => 2 * others[code] > all[code]),
    ),
  };
}

/** Names of nouns. Of a compound of which both parts are nouns the last one stands for it, so that it is reported once. */
function namesOf(of: Uint32Array, compounds: ReadonlyMap<number, Compound>): ReadonlyMap<number, string> {
  const lasts = new Set([...compounds.values()].filter(({ isLast }) => isLast).map(({ name }) => name));
  const names = new Map<number, string>();
  for (const [noun, { name, isLast }] of compounds) {
    if (isLast || !lasts.has(name)) names.set(noun, name);
    else of.forEach((counts, code) => counts === noun + 1 && (of[code] = 0));
  }
  return names;
}

/** What an English word may be the plural of. */
function singularsOf(word: string): string[] {
  if (!/^[a-z]{3,}s$/.test(word) || word.endsWith('ss') || word.endsWith('us')) return [];
  if (word.endsWith('ies')) return [`${word.slice(0, -3)}y`];
  return word.endsWith('es') ? [word.slice(0, -1), word.slice(0, -2)] : [word.slice(0, -1)];
}
