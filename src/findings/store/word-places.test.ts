import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../../scripts/root.mjs';
import type { Language } from '../../shared/languages';
import { loadChineseSegmenter } from '../../text/zh/segmenter';
import { partsOfSpeech } from './part-of-speech';
import { tokensIn, tokensOf, type PartOfSpeech, type Token } from './tokens';
import { placeOf } from './word-places';

const missed: Record<'en' | 'zh', string[]> = { en: [], zh: [] };
let partOfSpeech: PartOfSpeech;
let chineseTokens: (text: string) => Token[];

beforeAll(async () => {
  const read = (path: string) => readFile(join(ROOT, path));
  partOfSpeech = await partsOfSpeech(read);
  const segment = loadChineseSegmenter(await read('dist/jieba.table'));
  chineseTokens = (text) => tokensOf(segment(text));
});

function nounsIn(text: string, language: Language, parts: PartOfSpeech | undefined): string[] {
  const tokens = language === 'zh' && parts ? chineseTokens(text) : tokensIn(text);
  return tokens.flatMap(({ word }, at) => (placeOf(tokens, at, text, language, parts).noun ? [word] : []));
}

/** Sentences, each with the nouns that stand where nouns do. */
const ENGLISH: readonly (readonly [sentence: string, ...nouns: string[]])[] = [
  ['I would not call the room clean.', 'room'],
  ['The staff kept the lobby spotless.', 'staff', 'lobby'],
  ['A clean and quiet room on the third floor.', 'room', 'floor'],
  ['They made my mother comfortable.', 'mother'],
  ['We found the coffee cold and the waiter rude.', 'coffee', 'waiter'],
  ['She left the door open.', 'door'],
  ['The soup was hot, the bread was stale.', 'soup', 'bread'],
  ['He painted the fence green.', 'fence'],
  ['The driver got us there late.', 'driver'],
  ['Keep the battery full.', 'battery'],
  ['It leaves my skin soft and my hair shiny.', 'skin', 'hair'],
  ['The screen is bright, the speakers are weak.', 'screen', 'speakers'],
  ['I like the quiet and the view from the balcony.', 'view', 'balcony'],
  ['We asked the manager twice.', 'manager'],
  ['I watched the lift stop.', 'lift'],
  ['They cleaned the pool yesterday.', 'pool'],
  ['The price seems fair for the quality.', 'price', 'quality'],
  ['Nobody finds the menu interesting.', 'menu'],
  ['The cheapest of the hotels was better.', 'hotels'],
  ['It keeps the food warm in winter.', 'food', 'winter'],
  ['My order arrived broken.', 'order'],
  ['The app makes the phone slow.', 'app', 'phone'],
  ['This is a comfortable but expensive chair.', 'chair'],
  ['The front desk was helpful.', 'desk'],
  ['We took the seat outside.', 'seat'],
  ['They call the service excellent.', 'service'],
  ['The air conditioning is loud.', 'conditioning'],
  ['I consider this table useless.', 'table'],
  ['The dish was tasteless, the guest next to us furious.', 'dish', 'guest'],
  ['Breakfast was plain.', 'breakfast'],
  ['He drove the car home and parked it in the garage.', 'car', 'garage'],
  ['The nurse was kind and made the wait bearable.', 'nurse', 'wait'],
  ['Their website looks outdated.', 'website'],
  ['Wash the shirt cold, it came back unclean.', 'shirt'],
  ['The largest and the smallest are the same.'],
  ['The old and the young, the rich and the poor.'],
];

const CHINESE: typeof ENGLISH = [
  ['房间很干净，服务员很热情。', '房间', '服务员'],
  ['打扫的很干净。'],
  ['饭菜做的好吃。', '饭菜'],
  ['这台洗衣机非常安静。', '洗衣机'],
  ['电池不耐用，屏幕倒是清晰。', '电池', '屏幕'],
  ['便宜的没有好货。'],
  ['味道一般，价格太贵。', '味道', '价格'],
  ['客服态度很差。', '客服', '态度'],
  ['房东把厨房收拾得很整洁。', '房东', '厨房'],
  ['早餐丰盛，咖啡是凉的。', '早餐', '咖啡'],
  ['快递很慢，盒子都破了。', '快递', '盒子'],
  ['漂亮是漂亮，就是不实用。'],
  ['前台很热情也很专业。', '前台'],
  ['窗户很脏，浴室很小。', '窗户', '浴室'],
  ['方便也很舒服。'],
  ['质量比较粗糙。', '质量'],
  ['声音太大，噪音不小。', '声音', '噪音'],
  ['颜色很鲜艳，款式新颖。', '颜色', '款式'],
  ['安静的环境很好。', '环境'],
  ['舒适的沙发。', '沙发'],
  ['又大又宽敞的客厅。', '客厅'],
  ['衣服的颜色很淡。', '衣服', '颜色'],
  ['油烟机不好清洗。', '油烟机'],
  ['医生很耐心，护士也很温柔。', '医生', '护士'],
  ['手机很流畅，充电器坏了。', '手机', '充电器'],
  ['停车场太小，车位不够。', '停车场', '车位'],
  ['导游很幽默，行程安排合理。', '导游', '行程'],
  ['剧情拖沓，演员很努力。', '剧情', '演员'],
  ['很新鲜的海鲜，老板热情。', '海鲜', '老板'],
  ['交通便利，地铁很近。', '交通', '地铁'],
  ['被子很薄，枕头太硬。', '被子', '枕头'],
  ['很失望，太难看了。'],
  ['我觉得很值得。'],
  ['干净、整洁、明亮。'],
];

describe.each([
  ['en', ENGLISH],
  ['zh', CHINESE],
] as const)('what stands where nouns do is a noun: %s', (language, sentences) => {
  test.each(sentences)('%s', (sentence, ...nouns) => {
    const found = nounsIn(sentence, language, partOfSpeech);
    expect(found.filter((word) => !nouns.includes(word))).toEqual([]);
    missed[language].push(...nouns.filter((noun) => !found.includes(noun)));
  });

  test('and most nouns are found', () => {
    const all = sentences.flatMap(([, ...nouns]) => nouns);
    expect(sentences.length).toBeGreaterThanOrEqual(34);
    expect(missed[language].length, missed[language].join()).toBeLessThanOrEqual(all.length / 10);
  });
});
