import initialise, { cut } from 'jieba-wasm/web';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadChineseSegmenter } from './segmenter';
import { jiebaModule } from './jieba/build.mjs';
import { jiebaTable } from '../testing';
import type { Segmenter } from '../word';

let segmentChinese: Segmenter;
beforeAll(async () => {
  // Bytes that are not jieba's table are refused with a sentence, and the real table can still be loaded. Later loads read no bytes.
  const bytes = await jiebaTable();
  for (const damaged of [new Uint8Array(), bytes.subarray(0, 100_000)]) {
    expect(() => loadChineseSegmenter(damaged)).toThrow(/jieba's table is damaged .* Reinstall/);
  }
  segmentChinese = loadChineseSegmenter(bytes);
  await initialise({ module_or_path: await jiebaModule() });
});

describe('Chinese', () => {
  const SENTENCES = [
    '用过了才来评价，挺好用的和我在商场买的一样，应该是正品，烧水也快。五分',
    '这家酒店位置不错，就是隔音太差，晚上完全睡不着！！！',
    '我不觉得他好；你呢？反正我是不会再来了……',
    '“物流太慢”——客服只会说：请您耐心等待（已经等了十天）。',
    '《流浪地球》拍得真好、真用心，值得二刷、三刷。',
    '外卖送到的时候已经凉了，味道也就那样吧，一般般。',
    '收到的手机屏幕有划痕,退货还要自己出运费,真是无语!',
    '二〇〇八年北京奥运会的开幕式，至今难忘。',
    '老板娘人特别好，给我们多送了一份炒青菜。下次还来',
    '工信处女干事每月经过下属科室都要亲口交代二十四口交换机等技术性器件的安装工作',
    '朱元璋和李世民他俩谁更厉害？王小明、欧阳修也来凑热闹。',
    '好好好，行行行，你说的都对。',
    '买了T恤和AA制聚餐，去唱卡拉OK，3D打印也试了',
    '价格300元,比实体店便宜50%,用了iPhone15拍照.',
    '第一行\n第二行\r\n\r\n　　第三段，缩进了。',
    '𠮷野家的牛肉饭，㐂欢！龘龘',
  ];

  it.each(SENTENCES)('cuts %j as jieba cuts the whole of it', (sentence) => {
    const expected = cut(sentence, true).filter((word) => word.trim() !== '');
    expect(segmentChinese(sentence).map((word) => word.text)).toEqual(expected);
  });

  it('cuts a page of prose as jieba cuts the whole page', () => {
    const page = SENTENCES.join('\n').repeat(20);
    const expected = cut(page, true).filter((word) => word.trim() !== '');
    expect(segmentChinese(page).map((word) => word.text)).toEqual(expected);
  });

  const shown = (text: string): string =>
    segmentChinese(text)
      .map((word) => word.text)
      .join('|');

  it("cuts the article's sentence into its 25 words", () => {
    expect(shown('用过了才来评价，挺好用的和我在商场买的一样，应该是正品，烧水也快。五分')).toBe(
      '用过|了|才|来|评价|，|挺好用|的|和|我|在|商场|买|的|一样|，|应该|是|正品|，|烧水|也|快|。|五分',
    );
  });

  it.each([
    ['看了https://t.example/a?b=1很好', '看|了|https://t.example/a?b=1|很|好'],
    ['转发@小明：好看 @bob_1的', '转发|@小明|：|好看|@bob_1|的'],
    ['联系@客服不然我一定会给一个大大的差评', '联系|@|客服|不然|我|一定|会|给|一个|大大的|差评'],
    ['#周末去哪儿#好玩 #美食', '#周末去哪儿#|好玩|#美食'],
    ["I don't 觉得 well-made 值1,000元", "I|don't|觉得|well-made|值|1,000|元"],
    ['八折10:30，8/10分，１２３号ＡＢＣ', '八折|10:30|，|8/10|分|，|１２３|号|ＡＢＣ'],
    ['真好👍🏽👨‍👩‍👧😀😀:)哈 ^_^', '真|好|👍🏽|👨‍👩‍👧|😀|😀|:)|哈|^_^'],
    ['第一<br />第二&nbsp;<b>三</b>', '第一|第二|三'],
    ['这个ありがとう和привет', '这个|ありがとう|和|привет'],
    ['好\u200D的\uFEFF', '好|的'],
  ])('keeps what is one thing whole: %j', (text, words) => {
    expect(shown(text)).toBe(words);
  });

  it('gives right offsets after lone surrogates, characters beyond the BMP and line ends', () => {
    const text = '好\uD800的\r\n𠮷😀慢\uDC00了';
    for (const word of segmentChinese(text)) expect(word.text).toBe(text.slice(word.start, word.end));
    expect(shown(text)).toBe('好|的|𠮷|😀|慢|了');
  });

  it('loads once, and then always gives the same segmenter', async () => {
    expect(loadChineseSegmenter(new Uint8Array())).toBe(loadChineseSegmenter(await jiebaTable()));
  });
});
