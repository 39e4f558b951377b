import { once } from '../../shared/once';
import type { Word } from '../../text/word';
import { NEVER_OFFERED, opposites, type Change } from './change';
import { CHINESE_ADJECTIVES, CHINESE_DEGREES, CHINESE_NEGATED, CHINESE_VERBS } from './lexicon/chinese';

const adjectivesOf = once(() => opposites(CHINESE_ADJECTIVES));
const verbsOf = once(() => opposites(CHINESE_VERBS));
const longestFirst = (words: Iterable<string>): string[] => [...words].sort((a, b) => b.length - a.length);
const judgingOf = once(() => longestFirst(new Set([...adjectivesOf().keys(), ...verbsOf().keys()])));
/** Degree adverbs, which `不` replaces; where there is none, `不` is inserted. */
const DEGREES = longestFirst(CHINESE_DEGREES);
const NEGATOR = /[不没未别无]$/u;
const WEAK_NEGATOR = /(?:不太|不怎么|不够|不是很|并不|没有|不算|不再)$/u;
/** A word of one character is part of others too often: it counts where jieba cut it as a word, or after a degree. */
const MIN_FREE = 2;
const NEVER_AGAIN = '再也不会';
/** What people feel: 玩得很失望 is not said, and 让我不失望 is said 没让我失望. */
const FEELING = /^(?:满意|高兴|开心|愉快|欣慰|失望|生气|难过|伤心|后悔)$/u;
/** The end of a clause that says who is made to feel something: 让我, 令人. */
const CAUSED = /[让使令][^，。！？；让使令]{1,3}$/u;
/** A clause that has nothing but a feeling follows from the one before it. */
const ONLY_FEELING = /[，,](?:我|真|真是|都)?$/u;
/** 爱听, 喜欢喝: what goes with them does not go with 讨厌. */
const DOING = /^[听看吃喝玩用去来读穿逛住做]/u;
/** Said of what was done: 不 does not go with it. */
const DONE = /^[了过着]/u;

/** The changes that a person might make to a Chinese text to reverse an opinion in it, in text order. */
export function chineseChanges(text: string, words: readonly Word[]): Change[] {
  const starts = new Map(words.map(({ start }, index) => [start, index]));
  const ends = new Set(words.map(({ end }) => end));
  const changes: Change[] = [];
  for (let at = 0; at < text.length; at++) {
    const negated = CHINESE_NEGATED.find(([from]) => text.startsWith(from, at));
    if (negated && starts.has(at) && !behindNegator(text, at)) {
      const [from, to] = negated;
      changes.push(changed(words, at, from, to, 0.3, true));
    }
    if (text.startsWith(NEVER_AGAIN, at)) changes.push(...onceMore(text, words, at));
    const word = judgingOf().find((each) => text.startsWith(each, at));
    if (word === undefined) continue;
    const isWord = starts.has(at) && ends.has(at + word.length);
    const degree = DEGREES.find((each) => text.slice(0, at).endsWith(each));
    // 生动有趣 is one word to jieba, and 又快又好 another.
    const isPart = starts.has(at) || ends.has(at + word.length);
    const free = isWord || (word.length < MIN_FREE ? text[at - 1] === '又' : degree !== undefined || isPart);
    if (!free) continue;
    changes.push(...changesOfWord({ text, words, at, word, degree }));
    at += word.length - 1;
  }
  return changes;
}

/** 再也不会买…了 → 还会买…: the 了 is removed as well. */
function onceMore(text: string, words: readonly Word[], at: number): Change[] {
  const said = /^[^，。！？；\n]+?了(?=[，。！？；\n]|$)/u.exec(text.slice(at))?.[0];
  return said ? [changed(words, at, said, `还会${said.slice(NEVER_AGAIN.length, -1)}`, 0.3, true)] : [];
}

interface Found {
  readonly text: string;
  readonly words: readonly Word[];
  readonly at: number;
  readonly word: string;
  readonly degree: string | undefined;
}

function changesOfWord({ text, words, at, word, degree }: Found): Change[] {
  const before = text.slice(0, at);
  const after = text.slice(at + word.length);
  const alternatives = adjectivesOf().get(word) ?? verbsOf().get(word) ?? [];
  const verb = verbsOf().has(word) && !adjectivesOf().has(word);
  const negator = WEAK_NEGATOR.exec(before)?.[0] ?? NEGATOR.exec(before)?.[0];
  const bareBefore = before.slice(0, before.length - (degree?.length ?? 0));
  const feeling = FEELING.test(word);
  if (feeling && ONLY_FEELING.test(bareBefore) && /^[了啊呢]?(?:[，。！？；\n]|$)/u.test(after)) return [];
  // 玩得不开心 is said before 玩得很难过.
  const complement = bareBefore.endsWith('得');
  // 有耐心 has no 有敷衍.
  const swappable = before.endsWith('有') ? [] : alternatives;
  // 不清晰 is made 很清晰, not 不模糊; what was 太无聊 did not stop at the comma.
  const excess = /太$/u.test(bareBefore) && /[，；。！？\n](?=[^，；。！？\n])/u.test(text);
  const fits =
    swappable.length > 0 &&
    !negator &&
    !excess &&
    !(feeling && complement) &&
    !(verb && DOING.test(after)) &&
    !isFused(words, at, word);
  // A single character sounds incomplete in place of two: 早餐也不错 → 早餐也很差.
  const bare = word.length > 1 && !degree && !negator && !/[又最更太得]$/u.test(before) && !after.startsWith('的');
  // A word without an opposite still expresses an opinion.
  const swapped = (swappable.length > 0 ? swappable : [word])
    .map((other, index) => ({
      to: bare && !other.startsWith('不') && (other.length === 1 || /[也却还]$/u.test(before)) ? `很${other}` : other,
      index,
    }))
    .map(({ to, index }) =>
      changed(
        words,
        at,
        word,
        to,
        fits ? 0.1 * index + (complement ? 0.4 : 0) + (to.startsWith('不') && degree ? 1 : 0) : NEVER_OFFERED,
        to.startsWith('不'),
      ),
    );
  if (negator) {
    // 不好吃 → 很好吃, 不太干净 → 很干净.
    const from = negator + word;
    return [
      ...swapped,
      changed(
        words,
        at - negator.length,
        from,
        !verb && !/[又最更太得]$/u.test(before.slice(0, -negator.length)) && !after.startsWith('的')
          ? `很${word}`
          : word,
        0,
        true,
      ),
    ];
  }
  if (word.startsWith('不') || DONE.test(after) || isFused(words, at, word)) return swapped;
  const caused = feeling ? CAUSED.exec(bareBefore) : null;
  if (caused) {
    const from = text.slice(caused.index, at + word.length);
    const [sign] = NEGATOR.exec(text.slice(0, caused.index)) ?? [];
    if (sign) return [changed(words, caused.index - 1, sign + from, `${caused[0]}很${word}`, 0, true)];
    return [...swapped, changed(words, caused.index, from, `没${caused[0]}${word}`, 0.2, true)];
  }
  if (degree) {
    const to = degree === '都很' ? `都不${word}` : `不${word}`;
    return [...swapped, changed(words, at - degree.length, degree + word, to, 0.2, true)];
  }
  // 太好吃了 has no negation as short as that; 一家 … 好 … 的 has. 有耐心 is turned round by 没有, never as 有不耐心. In 安静又干净 neither
  // word is negated alone: 不安静又干净 is not said.
  if (/(?:[太最更多么又有]|值得)$/u.test(before) || after.startsWith('又')) return swapped;
  return [...swapped, changed(words, at, word, `不${word}`, 0.4, true)];
}

/** 生动有趣 is one word to jieba: half of it is not changed alone. 又快又好 can be taken apart. */
function isFused(words: readonly Word[], at: number, word: string): boolean {
  const whole = words.find(({ start, end }) => start <= at && at + word.length <= end);
  return whole !== undefined && whole.text.length > Math.max(3, word.length) && !whole.text.includes('又');
}

function behindNegator(text: string, at: number): boolean {
  return NEGATOR.test(text.slice(0, at));
}

function changed(
  words: readonly Word[],
  start: number,
  from: string,
  to: string,
  cost: number,
  negator = false,
): Change {
  const end = start + from.length;
  const touched = [...words.keys()].filter((index) => words[index].start < end && start < words[index].end);
  return { words: touched, edit: { start, end, newText: to }, from, to, cost, negator };
}
