import type { WordPlace } from './english-places';
import { isFunctionWord } from './function-words';
import type { PartOfSpeech, Token } from './tokens';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

const NO_NOUN = setOf(
  '东西 时候 感觉 觉得 起来 下来 出来 上去 一下 有点 一点 非常 特别 时间 问题 情况 方面 地方 样子 人 事 事情 家 天 年 月 日 个 款 次 里面 上面 结果 总体 整体 部分 原因 小时 分钟 星期 全部 本来 一般 完全 之后 以后 之前 不错 喜欢 真的 使用',
);
const AFTER_NOUN = setOf(
  '很 太 不 非常 特别 挺 比较 有点 真 真的 是 好 都 也 没 没有 超 十分 还 就 更 最 坏 差 慢 快 态度 不错 一般 坏了',
);
const BEFORE_NOUN = setOf('的 这个 那个 个 款 台 这 那 种 把 这款 这台');
/** Adjectives that the dictionary has as nouns: “服务员很热情”. */
const ADJECTIVES = setOf(
  '热情 专业 细心 礼貌 时尚 经典 理想 大气 用心 美味 油腻 大方 小气 冷漠 优质 劣质 生气 感人 精彩 结实 难闻 单调 一流 正宗 地道 经济 规范 标准 科学 普通 个性 差劲 坑人 人性化 高端 性感 气派 透气',
);
/** Nouns that it has as verbs: they are nouns before a degree or a judgement, “包装很差”, or behind 的. */
const VERBAL_NOUNS = setOf('包装 装修 做工 快递 位置 停车 外卖 配送 充电 续航 拍照 退货 退款 保修 安装 发货 师傅 食材');
const BEFORE_DEGREE = setOf('很 太 非常 特别 挺 比较 有点 真 超 十分 更 最 好 不错 一般 差 慢 快 坏 是');

/** Behind these something is said of a noun. */
const BEFORE_PREDICATE = setOf('很 太 非常 特别 挺 比较 有点 超 十分 更 最 得 不够 相当 极其 越来越');

/** “很漂亮” is in the dictionary as a noun. */
const ADVERB = /^[很太不没真好最更超挺]/u;

/** Where a Chinese word stands: by the dictionary; of words that it does not have, by their neighbours. */
export function chinesePlace(tokens: readonly Token[], at: number, partOfSpeech: PartOfSpeech | undefined): WordPlace {
  const { word } = tokens[at];
  if (word.length < 2 || word.length > 5 || NO_NOUN.has(word) || isFunctionWord(word))
    return { noun: false, other: false };
  const tag = partOfSpeech?.(word);
  const [before, after] = [tokens[at - 1]?.word, tokens[at + 1]?.word];
  if (tag !== undefined && tag !== 'x') {
    const isNoun = /^n(?![rst])/u.test(tag) && !ADVERB.test(word) && !ADJECTIVES.has(word);
    const isVerbal = tag === 'vn' || VERBAL_NOUNS.has(word);
    const isSaidOf = (after !== undefined && BEFORE_DEGREE.has(after)) || (isVerbal && before === '的');
    const noun = isVerbal ? isSaidOf : isNoun && !(before !== undefined && BEFORE_PREDICATE.has(before));
    return { noun, other: !noun && !isVerbal };
  }
  if (ADVERB.test(word) || (before !== undefined && BEFORE_PREDICATE.has(before))) return { noun: false, other: true };
  const noun = (after !== undefined && AFTER_NOUN.has(after)) || (before !== undefined && BEFORE_NOUN.has(before));
  return { noun, other: false };
}
