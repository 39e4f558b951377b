import { partOfSpeech } from './chinese';
import { languageOfWord, type Language } from './language';
import { referenceOf } from './scan';
import { stopWords } from './stop-words';

/** Endings of English words that tell their form; the longest that fits counts. */
const ENDINGS =
  'ingly edly ly ing ed est ness ment tion sion ity ship ism ist ful less ous able ible ive ish ic al y s er'.split(
    ' ',
  );
/** A shorter stem than this is no stem: `ring`, `fly`, `bed`. */
const SHORTEST_STEM = 3;

/**
 * What could stand in a word's place without breaking the sentence, roughly: two words of one class. Words that hold a
 * sentence together, numbers, signs and links are classes of their own; Chinese words go by jieba's part of speech,
 * English ones by their ending.
 */
export function wordClass(token: string, language: Language): string {
  if (referenceOf(token) !== undefined || token.startsWith('<')) return 'reference';
  if (/^[\p{N}.,%]+$/u.test(token)) return 'number';
  const its = languageOfWord(token);
  if (its === undefined) return 'sign';
  if (its !== language) return `other ${its}`;
  if (stopWords(language).has(token)) return 'function';
  if (language === 'zh') return `zh ${partOfSpeech(token)?.charAt(0) ?? ''}`;
  return `en ${ENDINGS.find((ending) => token.length >= ending.length + SHORTEST_STEM && token.endsWith(ending)) ?? ''}`;
}

/** Whether a word says something, so that another can say something else. */
export function saysSomething(wordClass: string): boolean {
  return wordClass.startsWith('en ') || wordClass.startsWith('zh ');
}
