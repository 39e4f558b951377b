import type { Language } from '../../shared/languages';
import { CHINESE } from './chinese';
import { ENGLISH } from './english';
import type { Wording } from './wording';

const WORDINGS: Readonly<Record<Language, Wording>> = { en: ENGLISH, zh: CHINESE };

/** How findings read in a language; that of the editor, of a report, or of the command line. */
export const wordingIn = (language: Language): Wording => WORDINGS[language];
