import { STOP_WORDS as ENGLISH } from '../../text/en/stop-words';
import { STOP_WORDS as CHINESE } from '../../text/zh/stop-words';

/** Whether a word says nothing about the subject of a text. Imports the lists directly, so that no segmenter gets into the bundle of the page. */
export const isFunctionWord = (word: string): boolean => ENGLISH.has(word) || CHINESE.has(word);
