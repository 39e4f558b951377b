import { loadChineseSegmenter, partOfSpeech } from '../../text/zh/segmenter';
import type { PartOfSpeech } from './tokens';

/** Parts of speech by jieba's table, so that Chinese nouns are told as the dictionary has them. @throws SaliencyError `damaged-segmenter` */
export function loadPartsOfSpeech(table: Uint8Array): PartOfSpeech {
  loadChineseSegmenter(table);
  return partOfSpeech;
}
