import { LANGUAGE_CODES, LANGUAGES, type Language } from '../../shared/languages';
import { sentences } from '../../shared/sentences';
import type { Word } from '../../text/word';
import type { CutText } from '../cut-text';
import { chineseGap } from './chinese-gaps';
import { englishGap } from './english-gaps';
import { NO_GAP, DEFAULT_GAP, type Gap } from './gap';

const PUNCTUATION = /^[^\p{L}\p{N}\p{Extended_Pictographic}]+$/u;
const OPENS = /^["'“‘«「『《（(【[<]+$/u;
/** Whether a word is punctuation: no letter, no digit, no emoji, no emoticon. */
export const isPunctuation = (text: string): boolean => PUNCTUATION.test(text) && !isEmoticon(text);

/** Where a phrase ends, by the grammar of a language; of others nothing is known. */
const GRAMMARS: Readonly<Partial<Record<Language, (left: string, right: string, before?: string) => Gap>>> = {
  zh: chineseGap,
  en: englishGap,
};

/** `[words − 1]`: how strongly a phrase ends after each word but the last. */
export function gapsOf({ text, language, words }: CutText): Gap[] {
  const starts = new Set(sentences(text).map(({ start }) => start));
  const tokens = words.map((word) => word.text.toLowerCase());
  return words.slice(1).map((right, at) => {
    const left = words[at];
    for (let place = left.end; place <= right.start; place++) if (starts.has(place)) return 1;
    const opens =
      OPENS.test(right.text) && /\s$|^$/u.test(text.slice(left.end, right.start)) && !isClosing(words, at + 1);
    if (isPunctuation(right.text) && !opens) return NO_GAP;
    if (OPENS.test(left.text) && !isClosing(words, at)) return NO_GAP;
    if (isPunctuation(left.text)) return signGap(left.text);
    if (opens) return 0.6;
    const grammar = GRAMMARS[unspacedLanguage(left.text, right.text) ?? language];
    return grammar?.(tokens[at], tokens[at + 1], tokens[at - 1]) ?? DEFAULT_GAP;
  });
}

/** Two Chinese words in an English text are parted as Chinese ones; in Chinese texts all words are. */
function unspacedLanguage(left: string, right: string): Language | undefined {
  return LANGUAGE_CODES.find((code) => {
    const { dictionary, script } = LANGUAGES[code];
    return dictionary !== undefined && script.test(left) && script.test(right);
  });
}

/** The gap after punctuation within a sentence, such as a comma, a dash or a quotation mark. */
function signGap(sign: string): Gap {
  if (/^[-–'’/·]$/u.test(sign)) return 0.2;
  if (/^[、]$/u.test(sign)) return 0.5;
  if (/^["”’』」）)\]】》]+$/u.test(sign)) return 0.4;
  return 0.8;
}

const isEmoticon = (text: string): boolean => /^[:;=8xX][-o^']?[)(DPpOo/\\|*3]+$|^[(]?[╯┬T^><]/u.test(text);

/** Whether a straight quote closes what an earlier one opened. */
function isClosing(words: readonly Word[], at: number): boolean {
  const { text } = words[at];
  if (text !== '"' && text !== "'") return false;
  return words.slice(0, at).filter((word) => word.text === text).length % 2 === 1;
}
