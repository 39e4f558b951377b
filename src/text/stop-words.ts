import type { Language } from '../shared/languages';

/**
 * Function words that say little about the content of a sentence, as tokens (`tokenOf`). Unlike many lists, this one has
 * no negations (not, 不), intensifiers (very, 太) or contrasts (but, 但是), because these change the sentiment.
 */
const ENGLISH = `
  a an the this that these those
  i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers herself
  it its itself they them their theirs themselves one's
  am is are was were be been being do does did doing done have has had having
  will would shall should can could may might must
  i'm you're he's she's it's we're they're i've you've we've they've i'd you'd he'd she'd we'd they'd i'll you'll he'll
  she'll it'll we'll they'll that's there's here's what's who's let's
  who whom whose which what when where how
  and or nor if then than as of at by for with about into onto from to in on off out up down over under through during
  before after between among against while until upon within along
  there here such own same other another each both some any all every
  also just so now again once ever
  s t d ll m re ve`;

const CHINESE = `
  的 地 得 了 着 过 吧 呢 吗 啊 呀 哦 嘛 啦 么 哈 喔 嗯 哎 之 所 者 们
  我 你 您 他 她 它 我们 咱们 你们 您们 他们 她们 它们 自己 本人 大家 人家 这 那 这个 那个 这些 那些 这里 那里 这儿 那儿 这样
  那样 这么 那么 此 该 其 某 各 每 个 些 种 一 一个 一些 一种
  是 在 有 会 能 可以 要 把 被 将 让 给 使 对 对于 关于 从 自 自从 由 于 到 往 向 以 用 按 按照 根据 跟 和 与 及 以及 或 或者 并 并且
  而 而且 因 因为 由于 所以 因此 如果 若 假如 只要 只有 则 就 就是 便 也 还 又 再 都 才 已 已经 曾 正 正在 刚 刚刚 时 时候 之后 之前
  以后 以前 后 前 上 下 里 中 内 外 间 等 等等 什么 谁 哪 哪个 哪里 哪儿 怎么 怎样 如何 为 为了 为什么 多少 几
  说 来 去 做 做到 其中 其他 其它 另外 另 本 同 同样 如 如此 像 好像`;

const setOf = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u).filter(Boolean));

const STOP_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = { en: setOf(ENGLISH), zh: setOf(CHINESE) };

/** The stop words of a language, as tokens. */
export function stopWords(language: Language): ReadonlySet<string> {
  return STOP_WORDS[language];
}
