import type { Span } from '../../shared/span';
import { LANGUAGES, type Language } from '../../shared/languages';
import { isFunctionWord } from './function-words';

/** A word of a text as it is counted: lower case. */
export interface Token extends Span {
  readonly word: string;
}

const LETTER = /[\p{L}\p{N}]/u;
const LATIN_OR_HAN = /\p{Script=Han}+|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;
const HAN = /\p{Script=Han}/u;

/** The longest text of a word that is counted; longer ones are links and noise. */
const LONGEST = 40;

/** The tokens of the words of an explanation, without punctuation. */
export function tokensOf(words: readonly { readonly text: string; readonly start: number; readonly end: number }[]) {
  const found: Token[] = [];
  for (const { text, start, end } of words)
    if (text.length <= LONGEST && LETTER.test(text)) found.push({ word: text.toLowerCase(), start, end });
  return found;
}

const chinese = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined;

/** Tokens of a text whose words are not known: rows without explanations. */
export function tokensIn(text: string): Token[] {
  const found: Token[] = [];
  for (const { 0: part, index } of text.matchAll(LATIN_OR_HAN)) {
    if (!HAN.test(part)) found.push({ word: part.toLowerCase(), start: index, end: index + part.length });
    else
      for (const [word, at] of hanWords(part)) found.push({ word, start: index + at, end: index + at + word.length });
  }
  return found.filter(({ word }) => word.length <= LONGEST);
}

function* hanWords(part: string): Generator<[string, number]> {
  if (chinese) for (const { segment, index } of chinese.segment(part)) yield [segment, index];
  else yield [part, 0];
}

const DETERMINERS = new Set(
  'the a an this that these those my your his her its our their no any every each some another'.split(' '),
);
const BE = new Set(
  "is are was were has had isn't aren't wasn't weren't doesn't does did didn't looks look feels feel works arrived broke stopped died".split(
    ' ',
  ),
);
const PREPOSITIONS = new Set('of in on at to for with from by after before and or but which that than as'.split(' '));
/** Words that stand where nouns do, but are no nouns or say nothing. */
const NO_ENGLISH_NOUN = new Set(
  `best worst same first last other others most least rest one ones two way thing things lot lots bit kind sort time times
  day days week weeks month months year years hour hours minute minutes moment while something anything everything nothing
  someone anyone everyone people person i it he she they we you there here what who more less such few many much only whole
  entire new old good bad great nice little big small long short right wrong second third half couple reason point end part
  use idea fact pretty really very quite too not never ever again back away well just still yet already total single`.split(
    /\s+/u,
  ),
);
const NO_CHINESE_NOUN = new Set(
  '东西 时候 感觉 觉得 起来 下来 出来 上去 一下 有点 一点 非常 特别 时间 问题 情况 方面 地方 样子 人 事 事情 家 天 年 月 日 个 款 次 里面 上面 结果 总体 整体 部分 原因 小时 分钟 星期 全部 本来 一般 完全 之后 以后 之前 不错 喜欢 真的 使用'.split(
    ' ',
  ),
);
const ENDS = /(?:ly|est|ing|ed|ful|less|ous|able|ible|ive)$/u;

/** Adverbs and verbs that stand where nouns do: “took my worries seriously”, “the doctor listened”; and nouns that look like them. */
const ADVERB_OR_VERB = /ly$|[^e]ed$/u;
const NOUNS_LIKE_THEM = new Set('family assembly supply reply jelly belly ally fly bed shed sled hundred'.split(' '));

/** Tells the part of speech of a Chinese word as jieba's dictionary has it; undefined: not in it. */
export type PartOfSpeech = (word: string) => string | undefined;

/** Whether a token stands where nouns do. Which words are nouns then shows over the whole file. */
export function isNounPlace(
  tokens: readonly Token[],
  at: number,
  text: string,
  language: Language,
  partOfSpeech: PartOfSpeech | undefined,
): boolean {
  const { word, start, end } = tokens[at];
  if (HAN.test(word)) return isChineseNounPlace(tokens, at, partOfSpeech);
  // Foreign words in a text without spaces are mostly names.
  const isSpaced = LANGUAGES[language].dictionary === undefined;
  if (!isSpaced || word.length < 3 || NO_ENGLISH_NOUN.has(word) || isFunctionWord(word)) return false;
  if (/\d/u.test(word) || BE.has(word) || (ADVERB_OR_VERB.test(word) && !NOUNS_LIKE_THEM.has(word))) return false;
  const next = tokens[at + 1];
  const closed = next === undefined || /[.,;:!?()"”\n]/u.test(text.slice(end, next.start));
  const before = (back: number): string | undefined => {
    const token = tokens[at - back];
    return token && !/[.;:!?,]/u.test(text.slice(token.end, start)) ? token.word : undefined;
  };
  const followed = closed || BE.has(next.word) || PREPOSITIONS.has(next.word);
  if (!followed) return false;
  const [one, two] = [before(1), before(2)];
  if (one !== undefined && DETERMINERS.has(one)) return true;
  if (one !== undefined && two !== undefined && DETERMINERS.has(two) && !isFunctionWord(one)) return true;
  return !closed && BE.has(next.word) && (one === undefined || PREPOSITIONS.has(one)) && !ENDS.test(word);
}

const AFTER_NOUN = new Set(
  '很 太 不 非常 特别 挺 比较 有点 真 真的 是 好 都 也 没 没有 超 十分 还 就 更 最 坏 差 慢 快 态度 不错 一般 坏了'.split(
    ' ',
  ),
);
const BEFORE_NOUN = new Set('的 这个 那个 个 款 台 这 那 种 把 这款 这台'.split(' '));

/** “很漂亮” is in the dictionary as a noun. */
const ADVERB = /^[很太不没真好最更]/u;

function isChineseNounPlace(tokens: readonly Token[], at: number, partOfSpeech: PartOfSpeech | undefined): boolean {
  const { word } = tokens[at];
  if (word.length < 2 || word.length > 5 || NO_CHINESE_NOUN.has(word) || isFunctionWord(word)) return false;
  const tag = partOfSpeech?.(word);
  if (tag !== undefined) return /^n(?![rst])/u.test(tag) && !ADVERB.test(word);
  const [before, after] = [tokens[at - 1]?.word, tokens[at + 1]?.word];
  return (after !== undefined && AFTER_NOUN.has(after)) || (before !== undefined && BEFORE_NOUN.has(before));
}
