import type { Standardisation } from '../shared/text-options';
import { isKerasStandardisation, kerasToken } from './keras-tokens';
import { referenceOf } from './scan';
import { isStopWord } from './languages';

const ENTITIES: readonly (readonly [RegExp, string])[] = [
  [/&#0?39;|&#x27;|&apos;|&rsquo;|&#8217;/giu, "'"],
  [/&lt;/gu, '<'],
  [/&amp;/gu, '&'],
];
const APOSTROPHES = /[‘’ʼ‛＇]/gu;
/** Soft hyphen, zero-width space and non-joiner, variation selectors: they change how a word looks, not what it is. */
const INVISIBLE = /[\u00AD\u200B\u200C\uFE0E\uFE0F]/gu;
/** As Keras strips them: all punctuation, and the signs of ASCII; emoji stay. */
const PUNCTUATION = /[\p{P}$+<=>^`|~]/gu;
const REPEATED = /([\p{L}\p{P}\p{S}])\1{3,}/gu;

/**
 * The vocabulary's key of a word, the same on every machine.
 *
 * `word`: URLs become `<url>`, e-mail addresses `<email>`, mentions `<user>`; entities inside a word are decoded
 * (`don&#39;t`); NFKC (full-width `ＯＫ！` → `ok!`); lower case; typographic apostrophes straight; a letter, sign or emoji
 * four or more times in a row is cut to three (`soooooo` → `sooo`, `!!!!!` → `!!!`), digits are not.
 * `none`: the word as it stands in the text.
 * `bare`: as `word`, then without punctuation, as the articles on film reviews have it (`don't` → `dont`).
 * `tokenizer`, `text-vectorization` …: as Keras has it, see `keras-tokens.ts`.
 * `no-stop-words`: as `word`, but stop words of any language are no tokens. `bare-no-stop-words`: both.
 *
 * Without white space for a word without. Empty for a word that the standardisation leaves out (a comma under `bare`):
 * models skip it; under `word` and `none` never empty for a word that is not.
 */
export function tokenOf(word: string, standardisation: Standardisation = 'word'): string {
  if (standardisation === 'none') return word;
  if (isKerasStandardisation(standardisation)) return kerasToken(word, standardisation);
  const reference = referenceOf(word);
  if (reference !== undefined) return `<${reference}>`;
  const token = normalised(word);
  const bare = standardisation.startsWith('bare') && !/^<(?:url|email|user)>$/u.test(token);
  const stripped = bare ? normalised(token.replace(PUNCTUATION, '')) : token;
  // `it's` is one with its apostrophe, `the` within `the-` without.
  const left = standardisation.endsWith('no-stop-words') && (isStopWord(token) || isStopWord(stripped));
  return left ? '' : stripped;
}

function normalised(word: string): string {
  let token = word;
  for (const [entity, character] of ENTITIES) token = token.replace(entity, character);
  // Lower-casing can undo NFKC (İ becomes two characters), hence the second time; NFKC makes `´` a space and an accent.
  token = token.normalize('NFKC').toLowerCase().normalize('NFKC').replace(/\s/gu, '');
  token = token.replace(APOSTROPHES, "'").replace(INVISIBLE, '').replace(REPEATED, '$1$1$1');
  return token === '' ? word : token;
}
