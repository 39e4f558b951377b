import { tensor2d, tidy } from '@tensorflow/tfjs-core';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadChineseSegmenter } from '../text/zh/segmenter';
import { segmentSpaced } from '../text/spaced';
import { jiebaTable } from '../text/testing';
import type { Segmenter, Word } from '../text/word';
import { verifyModel } from './testing/verify-model';
import { loadWholeModel, networkOf } from './network/load-whole-model';
import type { Model } from './model';
import { bothLogits } from './probabilities';
import { startTestBackend } from './testing/backend';

const MODELS = fileURLToPath(new URL('../../models/', import.meta.url));
const shipped = readdirSync(MODELS).filter((name) => existsSync(`${MODELS}${name}/model.json`));
const readerOf = (name: string) => (file: string) => readFile(`${MODELS}${name}/${file}`);

beforeAll(startTestBackend);

/** Several models may have one architecture. */
const NAMED_FOR_THEIR_LABELS = ['en-five-degrees'];

/** Texts that a model must read right, with the sign of the log-odds of its last label. */
const READINGS: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  'en-additive-attention-bilstm': [
    ['The plot is thin, but I loved every minute of it.', 1],
    ['I wanted to like it, but it was a waste of two hours.', -1],
  ],
  'zh-state-distance-lstm': [
    ['用过了才来评价，挺好用的和我在商场买的一样，应该是正品，烧水也快。五分', 1],
    ['我不觉得他好', -1],
    ['这个餐厅脏得不行，没有隔壁好', -1],
  ],
};

/** What every model of a language must read right, of whatever it was trained on: texts that no one could mistake. */
const CLEAR: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  en: [
    ['A wonderful film, moving and funny, with superb actors. I loved it, it is one of the best.', 1],
    ['A terrible film, boring and badly acted, a waste of time. It is one of the worst, awful.', -1],
  ],
  zh: [
    ['非常好，很喜欢，真的很满意，推荐。', 1],
    ['太差了，很失望，再也不会来了，垃圾。', -1],
  ],
};

/** The sentence that an article shows its network with. */
const OF_THE_ARTICLE: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  'zh-attention-bilstm': [['今天天气很晴朗处处有阳光有阳光', 1]],
};

async function segmenterOf({ card }: Model): Promise<Segmenter> {
  if (card.language === 'en') return segmentSpaced;
  return loadChineseSegmenter(await jiebaTable());
}

/** Logits of all labels; one of a model with two. */
function logits(model: Model, words: readonly Word[]): number[] {
  const { ids, mask } = model.encode(words);
  return tidy(() => {
    const embedded = networkOf(model).embed(tensor2d(ids, [1, ids.length], 'int32'));
    return [
      ...networkOf(model)
        .forward(embedded, tensor2d(mask, [1, mask.length]))
        .logits.dataSync(),
    ];
  });
}

describe('all models together', () => {
  it('take at most 75 MB, and store no vocabulary twice', () => {
    const files = readdirSync(MODELS, { recursive: true, encoding: 'utf8' }).filter((file) =>
      statSync(MODELS + file).isFile(),
    );
    const sizes = files.map((file) => statSync(MODELS + file).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(75e6);
    const vocabularies = files
      .filter((file) => /vocabular.*\.txt$/.test(file))
      .map((file) => readFileSync(MODELS + file, 'utf8'));
    expect(new Set(vocabularies).size).toBe(vocabularies.length);
  });
});

describe('shipped models', () => {
  it.each(shipped)('%s is whole, small, and carded', async (name) => {
    await verifyModel(name, readerOf(name));
    const model = await loadWholeModel(name, readerOf(name));
    const { card } = model;
    expect(card.name).toBe(name);
    expect([card.language, `${card.language}-${card.architecture}`, ...NAMED_FOR_THEIR_LABELS]).toContain(name);
    expect(card.size).toBeLessThanOrEqual(12e6);
    expect(card.history.length).toBeGreaterThan(0);
    for (const texts of [card.measured, card.trainedOn, card.changes, card.notFor, card.licence]) {
      expect(texts.length).toBeGreaterThan(0);
    }
    // Quantized weights may lose 0.1 points over all held-out rows and 0.3 points in one set. In a small set two rows
    // (rounding aside) are more than that, and as often as not another set gains them.
    const lost = card.measured.flatMap(({ accuracy, float32, n }) =>
      float32 ? [[float32.accuracy - accuracy, n]] : [],
    );
    for (const [loss, n] of lost) expect(loss).toBeLessThanOrEqual(Math.max(0.003, 2.0001 / n));
    const rows = lost.reduce((sum, [, n]) => sum + n, 0);
    if (rows > 0) expect(lost.reduce((sum, [loss, n]) => sum + loss * n, 0) / rows).toBeLessThanOrEqual(0.001);
    model.dispose();
  });

  it.each(shipped)('%s reads clear texts right', async (name) => {
    const model = await loadWholeModel(name, readerOf(name));
    const segment = await segmenterOf(model);
    for (const [text, sign] of [...CLEAR[model.card.language], ...(OF_THE_ARTICLE[name] ?? [])]) {
      const each = bothLogits(logits(model, segment(text)));
      const best = each.indexOf(Math.max(...each));
      // Labels stand in order from bad to good, with the middle one neutral where they are odd.
      expect([text, Math.sign(2 * best - (each.length - 1))]).toEqual([text, sign]);
    }
    model.dispose();
  });

  it.each(shipped.filter((name) => name in READINGS))('%s reads what it must', async (name) => {
    const model = await loadWholeModel(name, readerOf(name));
    const segment = await segmenterOf(model);
    for (const [text, sign] of READINGS[name])
      expect([text, Math.sign(logits(model, segment(text))[0])]).toEqual([text, sign]);
    model.dispose();
  });
});
