import { isFunctionWord } from './function-words';
import { isNoEnglishNoun, OFTEN_NO_NOUNS } from './no-nouns';
import type { Token } from './tokens';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

const DETERMINERS = setOf(
  'the a an this that these those my your his her its our their no any every each some another',
);
const BE = setOf(
  "is are was were has had isn't aren't wasn't weren't doesn't does did didn't looks look feels feel works arrived broke stopped died",
);
const PREPOSITIONS = setOf('of in on at to for with from by after before and or but which that than as');
/** Words that stand where nouns do, but are no nouns or say nothing. */
const NO_NOUN = setOf(
  `best worst same first last other others most least rest one ones two way thing things lot lots bit kind sort time times
  day days week weeks month months year years hour hours minute minutes moment while something anything everything nothing
  someone anyone everyone people person i it he she they we you there here what who more less such few many much only whole
  entire new old good bad great nice little big small long short right wrong second third half couple reason point end part
  use idea fact pretty really very quite too not never ever again back away well just still yet already total single`,
);
const ENDS = /(?:ly|ing|ed|ive)$/u;

/** Adverbs and verbs that stand where nouns do: “took my worries seriously”, “the doctor listened”; and nouns that look like them. */
const ADVERB_OR_VERB = /ly$|[^e]ed$/u;
const NOUNS_LIKE_THEM = setOf('family assembly supply reply jelly belly ally fly bed shed sled hundred');

/** Behind these words something is said of a noun: “was clean”, “too clean”. */
const BEFORE_PREDICATE = setOf(
  `is are was were be been being isn't aren't wasn't weren't looks look looked feels felt seems seemed stays stayed became
  very so too really quite extremely incredibly rather fairly super how not never always`,
);

/** Where a word stands, as far as its neighbours tell. */
export interface WordPlace {
  /** Where nouns do: “the motor”. */
  readonly noun: boolean;
  /** Where no noun stands: “it was clean”. */
  readonly other: boolean;
}

const NOWHERE: WordPlace = { noun: false, other: false };

export function englishPlace(tokens: readonly Token[], at: number, text: string): WordPlace {
  const { word, start, end } = tokens[at];
  if (word.length < 3 || NO_NOUN.has(word) || isFunctionWord(word) || /\d/u.test(word) || BE.has(word)) return NOWHERE;
  const before = (back: number): string | undefined => {
    const token = tokens[at - back];
    return token && !/[.;:!?,]/u.test(text.slice(token.end, start)) ? token.word : undefined;
  };
  const [one, two] = [before(1), before(2)];
  if (isOther(word)) return { noun: false, other: true };
  const next = tokens.at(at + 1);
  const closed = isClosed(text, end, next);
  const followed = closed || BE.has(next!.word) || PREPOSITIONS.has(next!.word) || isSaidOf(tokens, at + 1, text);
  if (one !== undefined && BEFORE_PREDICATE.has(one) && followed) return { noun: false, other: true };
  if (!followed) return NOWHERE;
  const isNoun =
    (one !== undefined && DETERMINERS.has(one)) ||
    (one !== undefined &&
      two !== undefined &&
      DETERMINERS.has(two) &&
      !isFunctionWord(one) &&
      !OFTEN_NO_NOUNS.has(word)) ||
    (!closed && BE.has(next!.word) && (one === undefined || PREPOSITIONS.has(one)) && !ENDS.test(word));
  return { noun: isNoun, other: false };
}

/** Whether something ends here: a sentence, or a part of one. */
const isClosed = (text: string, end: number, next: Token | undefined): boolean =>
  next === undefined || /[.,;:!?()"”\n]/u.test(text.slice(end, next.start));

const isOther = (word: string): boolean =>
  (ADVERB_OR_VERB.test(word) && !NOUNS_LIKE_THEM.has(word)) || isNoEnglishNoun(word);

/** Whether this word says something of the one before: “the room clean and …”, “the driver got us …”, not “an old clean room”. */
function isSaidOf(tokens: readonly Token[], at: number, text: string): boolean {
  const { word, end } = tokens[at];
  if (!isOther(word) && !OFTEN_NO_NOUNS.has(word)) return false;
  const next = tokens.at(at + 1);
  return isClosed(text, end, next) || isFunctionWord(next!.word) || PREPOSITIONS.has(next!.word);
}
