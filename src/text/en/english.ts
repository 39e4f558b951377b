import type { LanguageText } from '../language-text';
import { STOP_WORDS } from './stop-words';
import { classOf } from './word-class';

export const ENGLISH: LanguageText = { stopWords: STOP_WORDS, classOf };
