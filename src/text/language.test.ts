import { describe, expect, it } from 'vitest';
import { segmentSpaced } from './spaced';
import { describeMix, languageOfWord, languagesIn, majorityLanguage, mixOf } from './language';

describe('languageOfWord', () => {
  it.each([
    ['好吃', 'zh'],
    ['T恤', 'zh'],
    ['#美食', 'zh'],
    ['〇', 'zh'],
    ['good', 'en'],
    ["don't", 'en'],
    ['’tis', 'en'],
    ['#love', 'en'],
    ['ＯＫ', 'en'],
    ['naïve', 'en'],
    ['ありがとう', undefined],
    ['안녕', undefined],
    ['привет', undefined],
    ['3.5', undefined],
    ['5G', undefined],
    [':D', undefined],
    ['😀', undefined],
    ['，', undefined],
    ['https://a.example/x', undefined],
    ['@sam', undefined],
    ['@小明', undefined],
    ['a@b.example', undefined],
  ])('%s → %s', (word, language) => {
    expect(languageOfWord(word)).toBe(language);
  });
});

describe('languagesIn', () => {
  it.each([
    ['这个很好，3.5分！', ['zh']],
    ['It was good.', ['en']],
    ['这个 phone 很好', ['zh', 'en']],
    ['很好 https://a.example @sam 😀 :D <br />&nbsp;', ['zh']],
    ['Nice @小明', ['en']],
    ['12 345 😀 ！？ https://a.example', []],
    ['привет', []],
    ['', []],
  ])('%j has %j', (text, languages) => {
    expect(languagesIn(text)).toEqual(languages);
  });
});

describe('the majority', () => {
  const words = (...texts: readonly string[]) => texts.map((text) => ({ text, start: 0, end: text.length }));

  it('counts the words of each language, and no words of other languages', () => {
    expect(mixOf(words('这个', 'iPhone', '真的', '很', 'nice', '！', '😀', '100', 'привет'))).toEqual({ zh: 3, en: 2 });
    expect(mixOf(segmentSpaced('Not bad, 好!'))).toEqual({ zh: 1, en: 2 });
    expect(mixOf(words('fine'))).toEqual({ en: 1 });
  });

  it.each([
    [{ zh: 12, en: 5 }, 'zh'],
    [{ zh: 1, en: 2 }, 'en'],
    [{ zh: 3, en: 3 }, 'zh'],
    [{ zh: 0, en: 0 }, undefined],
  ])('of %j is %s', (mix, language) => {
    expect(majorityLanguage(mix)).toBe(language);
  });

  it('is written as a phrase', () => {
    expect(describeMix({ zh: 12, en: 5 }, ['zh', 'en'])).toBe('12 Chinese and 5 English words');
    expect(describeMix({ en: 1 }, ['zh', 'en'])).toBe('0 Chinese and 1 English word');
  });
});
