import { LANGUAGE_WORDING } from '../../shared/strings/languages';
import type { Warning } from '../../shared/warning';
import { FALLBACK_LANGUAGE, LANGUAGE_CODES, LANGUAGES, type Language } from '../../shared/languages';
import { describeMix, languagesIn, majorityLanguage, mixOf, type LanguageMix } from '../../text/language';
import { spacedSegmenter } from '../../text/spaced';
import type { Segmenter, Word } from '../../text/word';

/** A text cut into words of one language, with warnings about the choice of language. */
export interface SegmentedText {
  readonly language: Language;
  readonly words: readonly Word[];
  readonly warnings: readonly Warning[];
}

/**
 * Cuts a text into words of the language asked for, else of the one with more words. A dictionary is loaded only for texts
 * with words of its language, or that were asked for in it.
 */
export async function cutText(
  text: string,
  asked: Language | undefined,
  segmenterFor: (language: Language) => Promise<Segmenter>,
): Promise<SegmentedText> {
  const found = languagesIn(text);
  // This segmenter knows the language without spaces, and leaves words of other languages whole.
  const unspaced = found.find(hasDictionary);
  const knowing = unspaced && (await segmenterFor(unspaced));
  const counted = found.length > 1 ? (knowing ?? spacedSegmenter())(text) : [];
  const mix = mixOf(counted);
  const language = asked ?? (found.length > 1 ? majorityLanguage(mix) : found[0]) ?? FALLBACK_LANGUAGE;
  const words =
    counted.length > 0 && language === unspaced
      ? counted
      : (hasDictionary(language) ? await segmenterFor(language) : spacedSegmenter(knowing))(text);
  const warning = words.length > 0 ? warningOf(found, language, mix) : undefined;
  return { language, words, warnings: warning ? [warning] : [] };
}

const hasDictionary = (language: Language): boolean => LANGUAGES[language].dictionary !== undefined;

const NAMES = new Intl.ListFormat('en', { type: 'disjunction' }).format(
  LANGUAGE_CODES.map((code) => LANGUAGE_WORDING[code]),
);

function warningOf(found: readonly Language[], language: Language, mix: LanguageMix): Warning | undefined {
  const readAs = LANGUAGE_WORDING[language];
  const [only] = found;
  if (found.length === 0) {
    const message = `The text has no ${NAMES} words: it was read as ${readAs}.`;
    return { code: 'no-language', readAs: language, message };
  }
  if (found.length > 1) {
    const message = `The text has ${describeMix(mix, found)}: it was read as ${readAs}.`;
    const counts = Object.fromEntries(found.map((code) => [code, mix[code] ?? 0])) as LanguageMix;
    return { code: 'mixed-languages', ...counts, readAs: language, message };
  }
  if (only === language) return undefined;
  const message = `The text is ${LANGUAGE_WORDING[only]}, but it was read as ${readAs}.`;
  return { code: 'other-language', found: only, readAs: language, message };
}
