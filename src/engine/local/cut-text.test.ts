import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../shared/languages';
import { loadChineseSegmenter } from '../../text/zh/segmenter';
import { jiebaTable } from '../../text/testing';
import type { Segmenter } from '../../text/word';
import { cutText } from './cut-text';

const jieba = async (): Promise<Segmenter> => loadChineseSegmenter(await jiebaTable());
const never = () => Promise.reject<Segmenter>(new Error('jieba was loaded for nothing'));
const texts = (words: readonly { text: string }[]) => words.map(({ text }) => text);

describe('a text in one language', () => {
  test('is cut by that language, and English never loads jieba', async () => {
    const english = await cutText("It's fine.", undefined, never);
    expect(english).toMatchObject({ language: 'en', warnings: [] });
    expect(texts(english.words)).toEqual(["It's", 'fine', '.']);
    const chinese = await cutText('质量很好', undefined, jieba);
    expect(chinese).toMatchObject({ language: 'zh', warnings: [] });
    expect(texts(chinese.words)).toEqual(['质量', '很', '好']);
  });

  test('is cut by another when that is asked for, and says so', async () => {
    const cut = await cutText('质量很好', 'en', jieba);
    expect(cut.language).toBe('en');
    expect(texts(cut.words)).toEqual(['质量', '很', '好']);
    expect(cut.warnings).toEqual([
      {
        code: 'other-language',
        found: 'zh',
        readAs: 'en',
        message: 'The text is Chinese, but it was read as English.',
      },
    ]);
  });
});

describe('a text in both', () => {
  test('is read in the language with more words, which is said', async () => {
    const chinese = await cutText('这个 phone 的质量很好', undefined, jieba);
    expect(chinese.language).toBe('zh');
    expect(chinese.warnings).toEqual([
      {
        code: 'mixed-languages',
        zh: 5,
        en: 1,
        readAs: 'zh',
        message: 'The text has 5 Chinese and 1 English word: it was read as Chinese.',
      },
    ]);
    const english = await cutText('The food at 海底捞 was really good', undefined, jieba);
    expect(english.language).toBe('en');
    expect(texts(english.words)).toContain('really');
    expect(english.warnings[0].message).toMatch(/it was read as English\.$/);
  });

  test('is read in the other when that is asked for', async () => {
    expect((await cutText('这个 phone 的质量很好', 'en', jieba)).language).toBe('en');
  });
});

test('a text in no language of the table is read as English, which is said; an empty one has nothing to say', async () => {
  const names = new Intl.ListFormat('en', { type: 'disjunction' }).format(
    Object.values(LANGUAGES).map(({ name }) => name),
  );
  expect(names).toMatch(/\bChinese\b.*\bEnglish\b/);
  const signs = await cutText(':) 5/5 !!!', undefined, never);
  expect(signs.words.length).toBeGreaterThan(0);
  expect(signs.warnings).toEqual([
    {
      code: 'no-language',
      readAs: 'en',
      message: `The text has no ${names} words: it was read as English.`,
    },
  ]);
  for (const empty of ['', ' \n\t', '<br />']) {
    expect(await cutText(empty, undefined, never)).toEqual({ language: 'en', words: [], warnings: [] });
  }
});
