import type { Language } from '../languages';

/** What people call the languages of texts; English, translated by `l10n/`. */
export const LANGUAGE_WORDING: Readonly<Record<Language, string>> = { zh: 'Chinese', en: 'English' };
