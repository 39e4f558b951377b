import type { LanguageText } from '../language-text';
import { loadChineseSegmenter } from './segmenter';
import { STOP_WORDS } from './stop-words';
import { classOf } from './word-class';

export const CHINESE: LanguageText = { loadSegmenter: loadChineseSegmenter, stopWords: STOP_WORDS, classOf };
