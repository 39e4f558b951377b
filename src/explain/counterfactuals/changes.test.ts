import { expect, test } from 'vitest';
import { segmentSpaced } from '../../text/spaced';
import type { Word } from '../../text/word';
import type { Change } from './change';
import { chineseChanges } from './chinese-changes';
import { applyEdit } from './edits';
import { englishChanges } from './english-changes';

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
  return [...changes].sort((a, b) => a.cost - b.cost).map(({ edit }) => applyEdit(text, [edit]));
}

test.each([
  ['The room was clean.', ['The room was dirty.', 'The room was not clean.']],
  ['It was an awful day.', ['It was a wonderful day.', 'It was not an awful day.']],
  ['A lovely day', ['An awful day']],
  ['Nobody helped.', ['Everybody helped.', 'Nobody ignored.']],
  ["They didn't like it.", ['They liked it.']],
  ['It is not good.', ['It is good.']],
  ['It was never clean.', ['It was clean.']],
  ['I can recommend it.', ['I cannot recommend it.']],
  ['I loved it.', ['I hated it.', 'I did not love it.']],
  ['It is too loud here.', ['It is not too loud here.']],
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
])('of %j a person makes %j', (cut, expected) => {
  expect(chinese(cut)).toEqual(expect.arrayContaining(expected));
});

test('a character that is part of another word judges nothing, and what is done is not negated with 不', () => {
  expect(chinese('他/好像/来/了')).toEqual([]);
  expect(chinese('这/感动/了/我').filter((text) => text.includes('不'))).toEqual([]);
  expect(chinese('他/对/我/有/耐心').filter((text) => text.includes('不'))).toEqual([]);
});
