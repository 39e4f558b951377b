import { expect, test } from 'vitest';
import { isInAnother, languageOfTexts, lacksLanguage } from './language-of-rows';

test.each([
  ['房间很干净', 'en', true],
  ['The room was clean', 'zh', true],
  ['The room was clean', 'en', false],
  ['服务 very good', 'en', false],
  ['服务 very good', 'zh', false],
  // Too little to tell, or words of no language that is read.
  ['好', 'en', false],
  ['ok', 'zh', false],
  ['123 :)', 'en', false],
] as const)('%s is surely not %s: %s', (text, language, lacks) => {
  expect(lacksLanguage(text, language)).toBe(lacks);
});

test.each([
  ['房间很干净', 'en', true],
  ['The room was clean', 'zh', true],
  ['The room was clean', 'en', false],
  // Mostly, whatever name or word of the other language stands among the others, and not counting links.
  ['这个 app 真的很好用', 'en', true],
  ['这个 app 真的很好用', 'zh', false],
  ['I had noodles in 北京 and loved them', 'zh', true],
  ['I had noodles in 北京 and loved them', 'en', false],
  ['今天真好 https://example.org/a/long/path/with/words', 'zh', false],
  ['@some_one @another_one 太好了', 'zh', false],
  ['好', 'en', false],
  ['ok', 'zh', false],
  ['123 :)', 'en', false],
] as const)('%s is mostly in another language than %s: %s', (text, language, is) => {
  expect(isInAnother(text, language)).toBe(is);
});

test('the language of a file that is sorted by language is that of most rows, not of the first', () => {
  const texts = (zh: number, en: number) => [
    ...Array<string>(zh).fill('房间很干净'),
    ...Array<string>(en).fill('Clean.'),
  ];
  expect(languageOfTexts(texts(300, 900))).toBe('en');
  expect(languageOfTexts(texts(900, 300))).toBe('zh');
});
