import type { Language } from '../shared/languages';
import { languageOfWord } from './language';
import { closedClass, type WordClass } from './language-text';
import { LANGUAGE_TEXTS } from './languages';
import { referenceOf } from './scan';

/**
 * The class of a token. Numbers, signs, links and function words are classes of their own; the others are those of the
 * language.
 */
export function wordClass(token: string, language: Language, has: (form: string) => boolean): WordClass {
  if (referenceOf(token) !== undefined || token.startsWith('<')) return closedClass('reference');
  if (/^[\p{N}.,%]+$/u.test(token)) return closedClass('number');
  const its = languageOfWord(token);
  if (its !== language) return closedClass(its === undefined ? 'sign' : `other ${its}`);
  const { stopWords, classOf } = LANGUAGE_TEXTS[language];
  return stopWords.has(token) ? closedClass('function') : classOf(token, has);
}

/** Whether one word can replace the other, and is no function word. */
export function alike(a: WordClass, b: WordClass): boolean {
  if (a.kind !== b.kind || !a.open) return false;
  return a.forms === b.forms || [...a.forms].some((form) => b.forms.includes(form));
}
