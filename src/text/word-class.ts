import { partOfSpeech } from './zh/chinese';
import type { Language } from '../shared/languages';
import { languageOfWord } from './language';
import { referenceOf } from './scan';
import { stopWords } from './stop-words';

/** A rough class of words that can replace each other without breaking the sentence. */
export interface WordClass {
  readonly kind: string;
  /** The word classes of an English word, judged by the forms of it in the vocabulary: V verb, A adjective, N noun. */
  readonly forms: string;
}

/** English function words and words that reverse a sentence, beside the stop words. */
const TURNING = new Set(
  `not no never none nothing nobody nowhere neither nor cannot without but although though however yet because since
  unless except despite instead besides unlike like than too very really so much many more most less least few little
  quite rather pretty well even still only almost nearly hardly barely already perhaps maybe if whether per via
  yes ok okay oh well please thanks hello etc`.split(/\s+/u),
);
/** The endings that tell the form of an English word; the first match counts. */
const ENDINGS: readonly (readonly [ending: RegExp, kind: string])[] = [
  [/^(?:best|worst)$/u, 'est'],
  [/^(?:better|worse)$/u, 'er'],
  [/.{3}ly$/u, 'ly'],
  [/.{3}ing$/u, 'ing'],
  [/.{3}ed$/u, 'ed'],
  [/.{3}est$/u, 'est'],
  [/.{2}(?:ness|ment|[ts]ion|ity|ship|ism|ist|ance|ence)$/u, 'noun'],
];
const ADJECTIVE = /.{2}(?:ful|less|ous|able|ible|ive|ish|ic|al|some|ant|ent)$/u;

/**
 * The class of a token. Numbers, signs, links and function words are classes of their own. The class of a Chinese word is
 * jieba's part of speech; that of an English word comes from its ending, or from the forms of it in the vocabulary:
 * `lov-ing` and `lov-ed` make a verb of `love`, `bad-ly` an adjective of `bad`, `plot-s` a noun of `plot`.
 */
export function wordClass(token: string, language: Language, has: (form: string) => boolean): WordClass {
  const kind = kindOf(token, language);
  return { kind, forms: kind === 'en' ? formsOf(token, has) : '' };
}

/** Whether one word can replace the other, and is no function word. */
export function alike(a: WordClass, b: WordClass): boolean {
  if (a.kind !== b.kind || !/^(?:en|zh)/u.test(a.kind)) return false;
  return a.forms === b.forms || [...a.forms].some((form) => b.forms.includes(form));
}

function kindOf(token: string, language: Language): string {
  if (referenceOf(token) !== undefined || token.startsWith('<')) return 'reference';
  if (/^[\p{N}.,%]+$/u.test(token)) return 'number';
  const its = languageOfWord(token);
  if (its !== language) return its === undefined ? 'sign' : `other ${its}`;
  if (stopWords(language).has(token)) return 'function';
  if (language === 'zh') return chineseKind(token);
  if (TURNING.has(token) || /['’]/u.test(token)) return 'function';
  const ending = ENDINGS.find(([pattern]) => pattern.test(token));
  return ending ? `en ${ending[1]}` : 'en';
}

/** The first letter of jieba's tag. Adverbs, negations and particles do not replace each other. */
function chineseKind(token: string): string {
  const tag = partOfSpeech(token)?.charAt(0) ?? 'x';
  return 'nvaizl'.includes(tag) ? `zh ${tag}` : 'function';
}

function formsOf(token: string, has: (form: string) => boolean): string {
  const stem = token.replace(/e$/u, '');
  const doubled = /[^aeiou][aeiou][bdgklmnprt]$/u.test(token) ? token + token.slice(-1) : token;
  const any = (endings: readonly string[], ...stems: readonly string[]) =>
    stems.some((each) => endings.some((ending) => has(each + ending)));
  const y = token.replace(/y$/u, 'i');
  const verb = any(['ing'], stem, token, doubled) && any(['ed'], stem, y, doubled);
  const adjective =
    ADJECTIVE.test(token) || any(['ly', 'ness', 'est'], token, y, stem) || any(['y'], token.replace(/[ey]$/u, ''));
  const noun = any(['s', 'es'], token) || has(`${token.replace(/y$/u, '')}ies`);
  return `${verb ? 'V' : ''}${adjective && !verb ? 'A' : ''}${noun && !verb && !adjective ? 'N' : ''}`;
}
