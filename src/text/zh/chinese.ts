import type { LanguageText } from '../language-text';
import { loadChineseSegmenter } from './segmenter';
import { STOP_WORDS } from './stop-words';

export const CHINESE: LanguageText = { loadSegmenter: loadChineseSegmenter, stopWords: STOP_WORDS };
