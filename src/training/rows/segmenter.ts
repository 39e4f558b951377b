import { loadChineseSegmenter } from '../../text/zh/chinese';
import { segmentEnglish } from '../../text/en/english';
import type { Language } from '../../shared/languages';
import { detectLanguage } from '../../text/language';
import type { Segmenter } from '../../text/word';
import type { Row } from './row';

/** The bytes of jieba's table, read only where Chinese is to be cut. */
export type Jieba = () => Promise<Uint8Array>;

export async function segmenterFor(language: Language, jieba: Jieba): Promise<Segmenter> {
  return language === 'en' ? segmentEnglish : loadChineseSegmenter(await jieba());
}

/** The language that most of the first texts are in. */
export function languageOf(rows: readonly Row[]): Language {
  return languageOfTexts(rows.slice(0, FIRST).map(({ text }) => text));
}

const FIRST = 200;

/** The same for texts without labels. */
export function languageOfTexts(texts: readonly string[]): Language {
  const found = texts.slice(0, FIRST).map((text) => detectLanguage(text));
  return found.filter((language) => language === 'zh').length * 2 > found.length ? 'zh' : 'en';
}
