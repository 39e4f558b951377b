import { FALLBACK_LANGUAGE, LANGUAGE_CODES, type Language } from '../../shared/languages';
import { languagesIn, mostlyIn } from '../../text/language';
import type { Row } from './row';

/** The language that most texts are in. */
export function languageOfRows(rows: readonly Row[]): Language {
  return languageOfTexts(rows.map(({ text }) => text));
}

/** The number of texts that are examined. They are taken from the whole file, which may be sorted by language. */
const LOOKED_AT = 200;

/** The language that most of the texts are in. */
export function languageOfTexts(texts: readonly string[]): Language {
  const found = everyFew(texts).map((text) => languagesIn(text));
  // A text in several languages is not counted.
  const inOnly = (language: Language) => found.filter(([first, ...more]) => first === language && more.length === 0);
  return LANGUAGE_CODES.find((code) => inOnly(code).length * 2 > found.length) ?? FALLBACK_LANGUAGE;
}

function everyFew(texts: readonly string[]): readonly string[] {
  const step = Math.ceil(texts.length / LOOKED_AT);
  return texts.filter((_, i) => i % step === 0);
}

/** The smallest number of letters that shows a language; a Han character counts as three letters. */
const TELLING = 6;

/** Whether a text is certainly in another supported language: it has words of that language and none of this one. */
export function lacksLanguage(text: string, language: Language): boolean {
  const found = languagesIn(text);
  return found.length > 0 && !found.includes(language) && tells(text);
}

/**
 * Whether a text is mostly in another supported language, so that a model for this one knows almost none of its words.
 */
export function isInAnother(text: string, language: Language): boolean {
  const most = mostlyIn(text);
  return most !== undefined && most !== language && tells(text);
}

const tells = (text: string): boolean =>
  (text.match(/\p{L}/gu) ?? []).length + 2 * (text.match(/\p{Script=Han}/gu) ?? []).length >= TELLING;
