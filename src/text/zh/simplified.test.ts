import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { jiebaTable } from '../testing';
import type { Segmenter } from '../word';
import { loadChineseSegmenter } from './segmenter';
import { simplified, simplifiedText } from './simplified';

let segment: Segmenter;
beforeAll(async () => {
  segment = loadChineseSegmenter(await jiebaTable());
});

describe('traditional Chinese', () => {
  it.each([
    ['這家店的服務讓人噁心', '这家店的服务让人恶心'],
    ['電池續航太差，後悔買了', '电池续航太差，后悔买了'],
    ['已经是简体', '已经是简体'],
    ['Plain English, 1,000', 'Plain English, 1,000'],
  ])('%s is read as %s', (text, read) => {
    expect(simplified(text)).toBe(read);
    expect(simplifiedText(text)).toBe(read);
  });

  it.each(['著名的乾隆皇帝', '瞭望塔', '哪吒闹海', '蒜薹炒肉'])('%s is simplified as it stands', (text) => {
    expect(simplifiedText(text)).toBe(text);
  });

  it('has as many units as before, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(simplified(text)).toHaveLength(text.length);
        expect(simplified(simplified(text))).toHaveLength(text.length);
      }),
    );
  });

  it.each([
    ['這家店的服務讓人噁心，再也不來了', '这家店的服务让人恶心，再也不来了'],
    ['電池續航太差，後悔買了', '电池续航太差，后悔买了'],
    ['味道沒有想像中那麼好', '味道没有想像中那么好'],
  ])('%s is cut where %s is', (traditional, simple) => {
    const ends = (text: string) => segment(text).map(({ end }) => end);
    expect(ends(traditional)).toEqual(ends(simple));
    for (const { text, start, end } of segment(traditional)) expect(text).toBe(traditional.slice(start, end));
  });
});
