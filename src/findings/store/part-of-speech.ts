import { LANGUAGES } from '../../shared/languages';
import { wordEnds, tagOf } from '../../text/zh/jieba/cut';
import { readTable } from '../../text/zh/jieba/table';
import type { PartOfSpeech } from './tokens';

/**
 * Parts of speech by jieba's table, so that Chinese nouns are those of the dictionary; of words that it cuts further there is
 * none. The table alone: nothing becomes simplified.
 *
 * @param read a file of the installation, by its path there
 * @throws Error the bytes are no such table
 */
export async function partsOfSpeech(read: (path: string) => Promise<Uint8Array>): Promise<PartOfSpeech> {
  const table = readTable(await read(LANGUAGES.zh.dictionary ?? ''));
  return (word) => (wordEnds(table, word)[0] === word.length ? tagOf(table, word) : undefined);
}
