import { forLanguages, LANGUAGES, type Language } from '../languages';

/** What people call the languages of texts; English, translated by `l10n/`. */
export const LANGUAGE_WORDING: Readonly<Record<Language, string>> = forLanguages((code) => LANGUAGES[code].name);
