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
