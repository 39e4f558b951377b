import { wordEnds, tagOf } from '../../text/zh/jieba/cut';
import { readTable } from '../../text/zh/jieba/table';
import type { PartOfSpeech } from './tokens';

/**
 * Parts of speech by jieba's table, so that Chinese nouns are told as the dictionary has them; of words that it cuts further
 * there is none. The table alone: the segmenter brings traditional characters along, which are many.
 *
 * @throws Error the bytes are no such table
 */
export function partsOfSpeechOf(bytes: Uint8Array): PartOfSpeech {
  const table = readTable(bytes);
  return (word) => (wordEnds(table, word)[0] === word.length ? tagOf(table, word) : undefined);
}
