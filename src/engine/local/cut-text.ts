import { LANGUAGE_WORDING } from '../../shared/strings/languages';
import type { Warning } from '../../shared/warning';
import { englishSegmenter, segmentEnglish } from '../../text/en/english';
import type { Language } from '../../shared/languages';
import { describeMix, detectLanguage, majorityLanguage, mixOf } from '../../text/language';
import type { Segmenter, Word } from '../../text/word';

/** A text in the words of one language, and what its reader should know about that choice. */
export interface SegmentedText {
  readonly language: Language;
  readonly words: readonly Word[];
  readonly warnings: readonly Warning[];
}

/**
 * Cuts a text into words of the language asked for, else of the one with more words. Chinese needs jieba, which is
 * loaded only for texts that have Han characters or were asked for as Chinese.
 */
export async function cutText(
  text: string,
  asked: Language | undefined,
  jieba: () => Promise<Segmenter>,
): Promise<SegmentedText> {
  const found = detectLanguage(text);
  if (found === 'mixed') return cutMixed(text, asked, await jieba());
  const language = asked ?? (found === 'none' ? 'en' : found);
  const segment = language === 'en' && found !== 'zh' ? segmentEnglish : await jieba();
  const words = (language === 'en' && found === 'zh' ? englishSegmenter(segment) : segment)(text);
  if (found === language || words.length === 0) return { language, words, warnings: [] };
  const readAs = LANGUAGE_WORDING[language];
  const warning: Warning =
    found === 'none'
      ? {
          code: 'no-language',
          readAs: language,
          message: `The text has no Chinese or English words: it was read as ${readAs}.`,
        }
      : {
          code: 'other-language',
          found,
          readAs: language,
          message: `The text is ${LANGUAGE_WORDING[found]}, but it was read as ${readAs}.`,
        };
  return { language, words, warnings: [warning] };
}

function cutMixed(text: string, asked: Language | undefined, jieba: Segmenter): SegmentedText {
  const chinese = jieba(text);
  const mix = mixOf(chinese);
  const language = asked ?? majorityLanguage(mix) ?? 'en';
  const words = language === 'zh' ? chinese : englishSegmenter(jieba)(text);
  const message = `The text has ${describeMix(mix)}: it was read as ${LANGUAGE_WORDING[language]}.`;
  return { language, words, warnings: [{ code: 'mixed-languages', ...mix, readAs: language, message }] };
}
