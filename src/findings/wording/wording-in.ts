import type { WrittenLanguage } from '../../shared/findings/written-language';
import { CHINESE_WORDING } from './chinese';
import { ENGLISH_WORDING } from './english';
import type { Wording } from './wording';

const WORDINGS: Readonly<Record<WrittenLanguage, Wording>> = { en: ENGLISH_WORDING, zh: CHINESE_WORDING };

/** How findings read in a language; that of the editor, of a report, or of the command line. */
export const wordingIn = (language: WrittenLanguage): Wording => WORDINGS[language];
