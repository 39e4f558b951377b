import { FALLBACK_LANGUAGE, LANGUAGE_CODES, type Language } from '../../shared/languages';
import { languagesIn } from '../../text/language';
import type { Row } from './row';

/** The language that most of the first texts are in. */
export function languageOfRows(rows: readonly Row[]): Language {
  return languageOfTexts(rows.slice(0, FIRST).map(({ text }) => text));
}

const FIRST = 200;

/** The same for texts without labels. */
export function languageOfTexts(texts: readonly string[]): Language {
  const found = texts.slice(0, FIRST).map((text) => languagesIn(text));
  // A text in several languages counts for none.
  const inOnly = (language: Language) => found.filter(([first, ...more]) => first === language && more.length === 0);
  return LANGUAGE_CODES.find((code) => inOnly(code).length * 2 > found.length) ?? FALLBACK_LANGUAGE;
}

/** Letters that tell, at least; a Han character tells as much as three. */
const TELLING = 6;

/** Whether a text is surely in another of the languages that are read: it has words of that, and none of this one. */
export function lacksLanguage(text: string, language: Language): boolean {
  const found = languagesIn(text);
  if (found.length === 0 || found.includes(language)) return false;
  const letters = (text.match(/\p{L}/gu) ?? []).length + 2 * (text.match(/\p{Script=Han}/gu) ?? []).length;
  return letters >= TELLING;
}
