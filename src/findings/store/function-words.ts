import { STOP_WORDS as ENGLISH } from '../../text/en/stop-words';
import { STOP_WORDS as CHINESE } from '../../text/zh/stop-words';

/** Words that say nothing of what a text is about. Read from the lists themselves: segmenters stay out of the page. */
export const isFunctionWord = (word: string): boolean => ENGLISH.has(word) || CHINESE.has(word);
