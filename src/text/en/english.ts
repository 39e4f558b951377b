import type { LanguageText } from '../language-text';
import { STOP_WORDS } from './stop-words';

export const ENGLISH: LanguageText = { stopWords: STOP_WORDS };
