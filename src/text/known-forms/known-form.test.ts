import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { tokenOf } from '../normalisation';
import { jiebaTable } from '../testing';
import { Vocabulary } from '../vocabulary';
import { loadChineseSegmenter } from '../zh/segmenter';

// The dictionary has the simplified characters as well.
beforeAll(async () => void loadChineseSegmenter(await jiebaTable()));

const vocabularyOf = (language: string): Vocabulary => {
  const file = new URL(`../../../models/${language}/vocabulary.txt`, import.meta.url);
  return Vocabulary.parse(readFileSync(file, 'utf8'), { masksUnknown: false });
};
const english = new Vocabulary(
  `the to of off i too in this so good not is it no ! ? . !! ?! haha lol love like bad movie phone terrible don't didn't great
  coffee service awful horrible disappointed different because scoring quality café cafe slow really recipe god
  beautiful swapped #1 1 :) <3 👍 🤦 ❤ 😍 form from`.split(/\s+/u),
  false,
);
const chinese = new Vocabulary(
  Array.from(['的', '！', '。', '哈哈', '恶心', '让人', '难吃', '👍', '好', '后悔', '不']),
  true,
);

describe('the known form of a word', () => {
  it.each([
    // stretched
    ['goooood', 'good'],
    ['loooove', 'love'],
    ['SOOOO', 'so'],
    ['offff', 'off'],
    ['tooo', 'too'],
    ['terribleee', 'terrible'],
    ['AWFULLLL', 'awful'],
    ['hahahahah', 'haha'],
    ['lolololol', 'lol'],
    // signs
    ['!!!!!!', '!!'],
    ['?????', '?'],
    ['!?!?', '?!'],
    [':)))))', ':)'],
    [':-)', ':)'],
    ['<3333', '<3'],
    // emoji
    ['👍🏻', '👍'],
    ['👍🏿', '👍'],
    ['🤦🏽‍♀️', '🤦'],
    ['❤️', '❤'],
    ['💙', '❤'],
    ['😻', '😍'],
    // hashtags and compounds
    ['#terrible', 'terrible'],
    ['#LoveThis', 'love'],
    ['#terribleservice', 'service'],
    ['#gooood', 'good'],
    ['coffee-phone', 'coffee'],
    ['movie’s', 'movie'],
    // letters and apostrophes
    ['ＧＯＯＤ', 'good'],
    ['dont', "don't"],
    ['didn´t', undefined],
    ['cafés', 'café'],
    ['greät', 'great'],
    ['recipes', 'recipe'],
    // typing errors
    ['horribel', 'horrible'],
    ['disapointed', 'disappointed'],
    ['diferent', 'different'],
    ['beautifull', 'beautiful'],
    ['becuase', 'because'],
    ['awfil', undefined],
    ['terrivle', 'terrible'],
    // not a typing error, or possibly two words
    ['snoring', undefined],
    ['fform', 'form'],
    ['not-good', undefined],
    ['#notgood', undefined],
    ['sugar-free', undefined],
    ['qwrtz', undefined],
    ['1000', undefined],
    ['#2', undefined],
  ])('%s → %s', (word, form) => {
    expect(english.formOf(tokenOf(word))).toBe(form);
  });

  it.each([
    ['哈哈哈哈哈', '哈哈'],
    ['噁心', '恶心'],
    ['讓人', '让人'],
    ['後悔', '后悔'],
    ['！！！', undefined],
    ['。。。', '。'],
    ['👍🏽', '👍'],
    ['#難吃#', '难吃'],
    ['#不好#', undefined],
  ])('%s → %s', (word, form) => {
    expect(chinese.formOf(tokenOf(word))).toBe(form);
  });

  it('is the simplified word where that is the commoner of two that are known', () => {
    expect(new Vocabulary(['开心', '開心'], false).formOf('開心')).toBe('开心');
    expect(new Vocabulary(['開心', '开心'], false).formOf('開心')).toBe('開心');
    expect(new Vocabulary(['着', '著名'], false).formOf('著名')).toBe('著名');
  });

  it('is the word itself, with its id, if it is in the vocabulary', () => {
    for (const token of english.tokens) expect(english.formOf(token)).toBe(token);
    expect(english.idOf('goooood')).toBe(english.idOf('good'));
    expect(english.knows('goooood')).toBe(false);
    expect(english.idOf('qwrtz')).toBe(1);
    expect(chinese.idOf('没有')).toBe(0);
  });

  it('is always in the vocabulary', () => {
    const { tokens } = vocabularyOf('en');
    const half = new Vocabulary(
      tokens.filter((_, i) => i % 2 === 0),
      false,
    );
    for (let i = 1; i < tokens.length; i += 20) {
      const form = half.formOf(tokens[i]);
      if (form !== undefined) expect(half.knows(form)).toBe(true);
    }
  });

  it('is found without a noticeable delay for a text of unknown words', () => {
    const vocabulary = vocabularyOf('en');
    const words = Array.from(
      { length: 1000 },
      (_, i) => `zq${'abcdefghij'[i % 10]}${'klmnopqrst'[(i * 7) % 10]}xv${i % 13}ing`,
    );
    const long = Array.from({ length: 50 }, (_, i) => `#${'abcdefgh'.repeat(5).slice(0, 38)}${i}`);
    const before = process.cpuUsage();
    for (const word of [...words, ...long, 'z'.repeat(5000), '#'.repeat(5000)]) vocabulary.formOf(word);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(1500);
  });
});
