import { LANGUAGES, type Language } from '../../shared/languages';
import { chinesePlace } from './chinese-places';
import { englishPlace, type WordPlace } from './english-places';
import type { PartOfSpeech, Token } from './tokens';

const HAN = /\p{Script=Han}/u;

/** Where a token stands: as nouns do, or as other words do. Which words are nouns then shows over the whole file. */
export function placeOf(
  tokens: readonly Token[],
  at: number,
  text: string,
  language: Language,
  partOfSpeech: PartOfSpeech | undefined,
): WordPlace {
  if (HAN.test(tokens[at].word)) return chinesePlace(tokens, at, partOfSpeech);
  // Foreign words in a text without spaces are mostly names.
  const isSpaced = LANGUAGES[language].dictionary === undefined;
  return isSpaced ? englishPlace(tokens, at, text) : { noun: false, other: false };
}
