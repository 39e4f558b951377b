import { expect, test } from 'vitest';
import { segmentSpaced } from '../../text/spaced';
import type { Word } from '../../text/word';
import { NEVER_OFFERED, type Change } from './change';
import { chineseChanges } from './chinese-changes';
import { applyEdit } from './edits';
import { englishChanges } from './english-changes';
import { CHINESE_ADJECTIVES, CHINESE_VERBS } from './lexicon/chinese';
import { ENGLISH_ADJECTIVES } from './lexicon/english';

const english = (text: string): string[] => made(text, englishChanges(text, segmentSpaced(text)));

/** Words are parted by `/`. */
function chinese(cut: string): string[] {
  const words: Word[] = [];
  let start = 0;
  for (const text of cut.split('/')) {
    words.push({ text, start, end: start + text.length });
    start += text.length;
  }
  const text = cut.replaceAll('/', '');
  return made(text, chineseChanges(text, words));
}

/** The changed texts, the most natural first. */
function made(text: string, changes: readonly Change[]): string[] {
  const all = changes.filter(({ cost }) => cost !== NEVER_OFFERED).sort((a, b) => a.cost - b.cost);
  return all.map(({ edit }) => applyEdit(text, [edit]));
}

test.each([
  ['The room was clean.', ['The room was dirty.', 'The room was not clean.']],
  ['It was an awful day.', ['It was a wonderful day.', 'It was not an awful day.']],
  ['A lovely day', ['An awful day']],
  ['Nobody helped.', ['Everybody helped.']],
  ["They didn't like it.", ['They liked it.']],
  ['It is not good.', ['It is good.']],
  ['It was never clean.', ['It was clean.']],
  ['I can recommend it.', ['I cannot recommend it.']],
  ['I loved it.', ['I hated it.', 'I did not love it.']],
  ['It is too loud here.', ['It is not too loud here.']],
  ['It is far too loud here.', ['It is not too loud here.']],
  ['I was disappointed by it.', ['I was impressed by it.']],
  ['GREAT', ['BAD']],
])('of %j a person makes %j', (text, expected) => {
  expect(english(text)).toEqual(expect.arrayContaining(expected));
});

test.each([
  ['names stay as they are', 'We met Joy and Mr. Good.', /Joy and Mr\. Good/],
  ['a negator that is there is not doubled', 'It was not nice to see.', /^(?!.*not not)/],
  ['questions are not negated', 'Was it clean?', /^(?!.*not)/],
  ['“like” is no verb in a comparison', 'It sounds like rain.', /like/],
  ['“well” joins words', 'We saw that as well.', /well/],
  ['what was too loud is not too quiet', 'It is too loud here.', /loud/],
  ['what is negated is said without its negator, and not by an opposite', 'It is not expensive.', /expensive/],
  ['“un-” is not negated', 'It was unforgettable.', /^(?!.*not un)/],
  ['“fine” is not negated', 'It works fine.', /^(?!.*not)/],
  ['of adjectives side by side none turns round alone', 'A beautiful, patient film.', /beautiful, patient/],
])('%s', (_, text, pattern) => {
  for (const changed of english(text)) expect(changed).toMatch(pattern);
});

test.each([
  ['面条/很/好吃', ['面条很难吃', '面条不好吃']],
  ['菜/不/好吃', ['菜很好吃']],
  ['房间/不太/干净', ['房间很干净']],
  ['早餐/也/不错', ['早餐也很差']],
  ['没人理', ['有人理']],
  ['他/对/我/有/耐心', ['他对我没有耐心']],
  ['我/再也/不会/买/了', ['我还会买']],
  ['我/推荐/这/家/店', ['我不推荐这家店']],
  ['玩/得/很/开心', ['玩得不开心']],
  ['这/次/让/我/很/失望', ['这次让我很满意', '这次没让我失望']],
  ['这/次/没/让/我/失望', ['这次让我很失望']],
  ['我们/都/爱/听', ['我们都不爱听']],
  ['大家/都/很/喜欢', ['大家都不喜欢']],
  ['太/糟糕/了', ['太好了']],
])('of %j a person makes %j', (cut, expected) => {
  expect(chinese(cut)).toEqual(expect.arrayContaining(expected));
});

test('a character that is part of another word judges nothing, and what is done is not negated with 不', () => {
  expect(chinese('他/好像/来/了')).toEqual([]);
  expect(chinese('这/感动/了/我').filter((text) => text.includes('不'))).toEqual([]);
  expect(chinese('他/对/我/有/耐心').filter((text) => text.includes('不'))).toEqual([]);
});

test.each([
  ['太糟糕了 of more than this is no 太好了', '更新/太/糟糕/了/，/数据/丢/了', /糟糕/],
  ['what is negated is said without its negator', '屏幕/不/清晰', /清晰/],
  ['of two with 又 none is negated', '这里/安静/又/干净', /^(?!.*不)/],
  ['what people feel is no 得很…', '玩/得/很/开心', /开心/],
  ['a feeling alone follows from what stands before it', '汤/凉/了/，/很/失望', /失望/],
  ['half of a word of four characters is not changed alone', '生动有趣/的/课', /生动有趣/],
  ['讨厌 does not go with what one does', '我们/爱/听', /爱/],
])('%s', (_, cut, pattern) => {
  for (const each of chinese(cut)) expect(each).toMatch(pattern);
});

test.each([
  ['English adjectives', ENGLISH_ADJECTIVES],
  ['Chinese adjectives', CHINESE_ADJECTIVES],
  ['Chinese verbs', CHINESE_VERBS],
])('%s: a word is replaced on one scale only, whatever noun it stands with', (_, sets) => {
  const replaced = sets.flatMap((set) => {
    const [left, right] = set.split(/[|>]/u);
    return [left, ...(set.includes('|') ? [right] : [])].flatMap((half) => half.split(/\s+/u).filter(Boolean));
  });
  expect(replaced.filter((word, at) => replaced.indexOf(word) !== at)).toEqual([]);
});

test.each([
  ['肉/很/硬', ['肉很软', '肉不硬']],
  ['床/很/硬', ['床很软', '床不硬']],
  ['汤/是/凉/的', ['汤是热的', '汤是不凉的']],
  ['老板/很/冷', ['老板不冷']],
  ['花/很/香', ['花不香']],
  ['房间/很/昏暗', ['房间很明亮', '房间不昏暗']],
  ['剧情/很/单薄', ['剧情很扎实', '剧情不单薄']],
  ['味道/真/好', ['味道真差', '味道真糟糕', '味道不好']],
])('%j gets only opposites that its noun can be', (cut, expected) => {
  expect(chinese(cut).sort()).toEqual([...expected].sort());
});

test.each([
  ['The staff were cold.', ['The staff were warm.', 'The staff were not cold.']],
  ['The soup was cold.', ['The soup was warm.', 'The soup was not cold.']],
  ['The knife is sharp.', ['The knife is not sharp.']],
  ['The cable was burnt.', ['The cable was not burnt.']],
  ['The chair is wooden.', ['The chair is not wooden.']],
  ['It is worth every penny.', ['It is not worth every penny.']],
  ['The plot is bland.', ['The plot is not bland.']],
])('%j gets only opposites that its noun can be', (text, expected) => {
  expect(english(text).sort()).toEqual([...expected].sort());
});
