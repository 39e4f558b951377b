import { beforeAll, describe, expect, test } from 'vitest';
import { loadChineseSegmenter } from './zh/segmenter';
import { jiebaTable } from './testing';
import { alike, wordClass } from './word-class';

const VOCABULARY = new Set(
  `bad badly great greatest terrible terribly love loving loved hate hating hated plot plots film films boring thrilling
  dull dullest happy happily stop stopping stopped worst best not but without never never 10`.split(/\s+/u),
);
const english = (token: string) => wordClass(token, 'en', (form) => VOCABULARY.has(form));

describe('English words have the same class by their ending, or by their forms in the vocabulary', () => {
  test.each([
    ['bad', 'great'],
    ['terrible', 'dull'],
    ['happy', 'bad'],
    ['love', 'hate'],
    ['stop', 'hate'],
    ['plot', 'film'],
    ['boring', 'thrilling'],
    ['badly', 'terribly'],
    ['worst', 'best'],
  ])('%s and %s', (a, b) => expect(alike(english(a), english(b))).toBe(true));

  test.each([
    ['bad', 'plot'],
    ['love', 'great'],
    ['but', 'worst'],
    ['but', 'not'],
    ['good', 'without'],
    ['never', 'not'],
    ['badly', 'bad'],
    ['10', '10'],
    [',', ','],
    ['很', '很'],
    ["isn't", "isn't"],
  ])('not %s and %s', (a, b) => expect(alike(english(a), english(b))).toBe(false));
});

describe('Chinese words have the same class by their part of speech', () => {
  beforeAll(async () => {
    loadChineseSegmenter(await jiebaTable());
  });
  const chinese = (token: string) => wordClass(token, 'zh', () => false);

  test.each<[string, string, boolean]>([
    ['漂亮', '糟糕', true],
    ['喜欢', '讨厌', true],
    ['手机', '酒店', true],
    ['漂亮', '手机', false],
    ['不', '很', false],
    ['的', '了', false],
    ['good', '漂亮', false],
  ])('%s and %s: %s', (a, b, expected) => expect(alike(chinese(a), chinese(b))).toBe(expected));
});
