import { TOKEN_BITS } from '../../shared/findings/piece';
import { isFunctionWord } from '../store/function-words';
import type { RowStore } from '../store/row-store';

/** A noun is part of a compound with a neighbouring word that stands beside it at least so often … */
const LEAST_TIMES = 3;
/** … in this share of the noun's occurrences … */
const LEAST_SHARE = 0.8;
/** … and in this share of the neighbour's own occurrences: “great” stands before many nouns. */
const LEAST_OWN_SHARE = 0.4;

/** Words that describe or count: they are never part of a compound. */
const NO_PART = new Set(
  'good bad great nice best worst poor awful terrible lovely excellent amazing perfect horrible little big small new old other same first last next whole entire right wrong very really too also just still 很 太 非常 不 没 没有'.split(
    ' ',
  ),
);
/** A single Chinese character is seldom a word of its own: where the words of a file are not known, it is half of one. */
const MADE_OF = /^(?:\p{Script=Han}{2,}|[\p{L}\p{M}'’-]{2,})$/u;
const HAN = /\p{Script=Han}/u;

/** A compound that a noun is part of. */
export interface Compound {
  readonly name: string;
  /** Whether the noun is its last word. */
  readonly isLast: boolean;
}

/** The word that a noun nearly always stands beside, by code of the noun. */
interface Partner {
  readonly word: number;
  readonly isBefore: boolean;
}

/**
 * The names of nouns that are parts of compounds in this file: “conditioning” stands nearly always behind “air”. By code of
 * the noun; one that has no entry is called by itself.
 *
 * @param of by code of a word: the code of the noun that it counts as, plus 1
 * @param isOther whether the word of a code stands mostly where no noun does
 */
export function compoundsIn(
  store: RowStore,
  of: Uint32Array,
  isOther: (code: number) => boolean,
): ReadonlyMap<number, Compound> {
  const found = new Map<number, Compound>();
  for (const [noun, { word, isBefore }] of partnersIn(store, of, isOther)) {
    const [own, other] = [store.words[noun], store.words[word]];
    const space = HAN.test(own) ? '' : ' ';
    const name = isBefore ? `${other}${space}${own}` : `${own}${space}${other}`;
    found.set(noun, { name, isLast: isBefore });
  }
  return found;
}

/**
 * The neighbour of each noun that has most of its occurrences, in two passes (the majority vote of Boyer and Moore):
 * first the only candidate, then its count.
 */
function partnersIn(
  store: RowStore,
  of: Uint32Array,
  isOther: (code: number) => boolean,
): ReadonlyMap<number, Partner> {
  const { words } = store;
  const counted = of.map((noun, code) => (noun === 0 ? code : noun - 1));
  const isPart = Uint8Array.from(words, (word, code) => Number(isPartOfNames(word) && !isOther(code)));
  const candidates = [0, 1].map(() => ({ code: new Int32Array(words.length).fill(-1), votes: new Int32Array(words.length) })); // prettier-ignore
  const all = new Uint32Array(words.length);
  eachNeighbour(store, counted, (code, before, after) => {
    all[code]++;
    if (of[code] === 0) return;
    [before, after].forEach((neighbour, side) => vote(candidates[side], code, neighbour >= 0 && isPart[neighbour] ? neighbour : -1)); // prettier-ignore
  });
  const times = [0, 1].map(() => new Uint32Array(words.length));
  eachNeighbour(store, counted, (code, before, after) => {
    if (of[code] === 0) return;
    if (before >= 0 && before === candidates[0].code[code]) times[0][code]++;
    if (after >= 0 && after === candidates[1].code[code]) times[1][code]++;
  });
  const found = new Map<number, Partner>();
  for (let noun = 0; noun < words.length; noun++) {
    const sides = [0, 1].filter((side) => {
      const [word, together] = [candidates[side].code[noun], times[side][noun]];
      if (word < 0 || word === noun || together < LEAST_TIMES || HAN.test(words[word]) !== HAN.test(words[noun])) return false; // prettier-ignore
      return together >= LEAST_SHARE * all[noun] && together >= LEAST_OWN_SHARE * all[word];
    });
    if (sides.length > 0) found.set(noun, { word: candidates[sides[0]].code[noun], isBefore: sides[0] === 0 });
  }
  return found;
}

const isPartOfNames = (word: string): boolean => MADE_OF.test(word) && !NO_PART.has(word) && !isFunctionWord(word);

/** One step of the majority vote: keeps the only candidate that can have more than half of the votes. */
function vote({ code, votes }: { code: Int32Array; votes: Int32Array }, noun: number, neighbour: number): void {
  if (votes[noun] === 0) {
    code[noun] = neighbour;
    votes[noun] = 1;
  } else votes[noun] += code[noun] === neighbour ? 1 : -1;
}

/**
 * Calls back for each word of all rows with the code it counts as and those of its neighbours; −1: it is the first or
 * last of its text.
 */
function eachNeighbour(
  store: RowStore,
  counted: Uint32Array,
  tell: (code: number, before: number, after: number) => void,
): void {
  for (let row = 0; row < store.rows; row++) {
    const tokens = store.tokens(row);
    let before = -1;
    for (let at = 0; at < tokens.length; at++) {
      const code = counted[tokens[at] & TOKEN_BITS.word];
      const after = at + 1 < tokens.length ? counted[tokens[at + 1] & TOKEN_BITS.word] : -1;
      tell(code, before, after);
      before = code;
    }
  }
}
