import { FALLBACK_LANGUAGE, LANGUAGE_CODES, type Language } from '../../shared/languages';
import { languagesIn, mostlyIn } from '../../text/language';
import type { Row } from './row';

/** The language that most texts are in. */
export function languageOfRows(rows: readonly Row[]): Language {
  return languageOfTexts(rows.map(({ text }) => text));
}

/** So many texts are looked at, from all of a file: it may be sorted by language. */
const LOOKED_AT = 200;

/** The same for texts without labels. */
export function languageOfTexts(texts: readonly string[]): Language {
  const found = everyFew(texts).map((text) => languagesIn(text));
  // A text in several languages counts for none.
  const inOnly = (language: Language) => found.filter(([first, ...more]) => first === language && more.length === 0);
  return LANGUAGE_CODES.find((code) => inOnly(code).length * 2 > found.length) ?? FALLBACK_LANGUAGE;
}

function everyFew(texts: readonly string[]): readonly string[] {
  const step = Math.ceil(texts.length / LOOKED_AT);
  return texts.filter((_, i) => i % step === 0);
}

/** Letters that tell, at least; a Han character tells as much as three. */
const TELLING = 6;

/** Whether a text is surely in another of the languages that are read: it has words of that, and none of this one. */
export function lacksLanguage(text: string, language: Language): boolean {
  const found = languagesIn(text);
  return found.length > 0 && !found.includes(language) && tells(text);
}

/** Whether a text is mostly in another of the languages that are read: a model of this one knows next to none of its words. */
export function isInAnother(text: string, language: Language): boolean {
  const most = mostlyIn(text);
  return most !== undefined && most !== language && tells(text);
}

const tells = (text: string): boolean =>
  (text.match(/\p{L}/gu) ?? []).length + 2 * (text.match(/\p{Script=Han}/gu) ?? []).length >= TELLING;
