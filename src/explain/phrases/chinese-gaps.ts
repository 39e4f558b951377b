import { partOfSpeech } from '../../text/zh/segmenter';
import { NO_GAP, DEFAULT_GAP, type Gap } from './gap';

const setOf = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u).filter(Boolean));

/** Open a clause that says something of its own. */
const CLAUSE =
  setOf(`但 但是 可是 可 不过 然而 虽然 虽说 尽管 因为 因 所以 因此 于是 而 而且 却 反而 反倒 倒是 只是 只不过 如果
  要是 假如 只要 只有 除非 无论 不管 即使 哪怕 就算 既然 结果 否则 不然 不但 不仅 并且 况且 何况 甚至 虽 幸好 幸亏 可惜 除了
  以至于 导致 原来 后来 然后 最后 以前 现在`);
const COORDINATE = setOf('和 跟 与 及 以及 或 或者 还是 并 又 也 还');
const NEGATORS =
  setOf(`不 没 没有 别 未 无 莫 勿 非 并非 不是 不会 不能 不要 不用 不够 不太 从不 从未 从来不 毫无 毫不 没法 无法 难以
  绝不 决不 并不 并没有 未必 甭 不再 沒 沒有 無 別 不會 不能 不敢 不肯 不想 不该 不得 不可`);
const DEGREES =
  setOf(`很 太 非常 十分 特别 极 极其 超 超级 最 更 更加 挺 好 真 真的 实在 实在是 相当 有点 有些 有点儿 比较 这么 那么 如此
  多么 多 格外 分外 尤其 过于 极为 极度 完全 根本 简直 都 就 才 只 再 还 仍 仍然 一直 总 总是 老 老是 越 越来越 稍 稍微 略 刚 刚刚 已 已经
  太过 真是 绝对 一点 一点儿 一点也 一点都 半点 連 连 居然 竟然 竟 偏 偏偏 全 全都 特別 真的是 好像`);
/** Belong to what stands before them. */
const BEHIND = setOf(
  '的 了 着 過 过 得 地 吗 呢 啊 吧 呀 啦 嘛 哦 哈 么 嗎 著 們 们 来着 而已 罢了 似的 一样 起来 下去 出来 下来 上来 不了 不到 不起 不住 不动 不出 不完 死了 极了 得很 透了',
);
const PREPOSITIONS = setOf(
  '把 被 给 让 叫 使 对 对于 从 自 在 向 往 到 用 拿 按 按照 比 为 为了 由 于 跟 令 替 離 离 像 讓 給 從 對 為',
);
/** Join what stands on both sides: 跑得快. */
const BETWEEN = setOf('得 地');

/**
 * How strongly a phrase ends between two Chinese words, by grammar: 但, 虽然, 因为 open a phrase, 不, 没有, 太 and numbers stay
 * with what follows, 的, 了, 过 and complements with what stands before.
 */
export function chineseGap(left: string, right: string): Gap {
  if (BEHIND.has(right)) return NO_GAP;
  if (BETWEEN.has(left)) return NO_GAP;
  if (NEGATORS.has(left)) return NO_GAP;
  if (CLAUSE.has(right)) return CLAUSE.has(left) ? 0.1 : 0.75;
  if (DEGREES.has(left)) return 0.05;
  if (CLAUSE.has(left) || COORDINATE.has(left)) return 0.1;
  if (PREPOSITIONS.has(left)) return 0.1;
  const [a, b] = [partOfSpeech(left)?.charAt(0) ?? 'x', partOfSpeech(right)?.charAt(0) ?? 'x'];
  if (a === 'm' && (b === 'q' || b === 'm' || b === 'n')) return 0.05;
  if (a === 'q' && b === 'n') return 0.15;
  if (left === '的') return 0.25;
  if (COORDINATE.has(right) || PREPOSITIONS.has(right)) return 0.45;
  if (NEGATORS.has(right) || DEGREES.has(right)) return 0.45;
  if (b === 'r') return 0.5;
  if (a === 'r') return b === 'v' ? 0.25 : 0.15;
  if (a === 'v' && (b === 'n' || b === 'v' || b === 'a')) return 0.25;
  if (a === 'n' && b === 'n') return 0.2;
  if (a === 'n' && (b === 'a' || b === 'v' || b === 'd')) return 0.4;
  return DEFAULT_GAP;
}
