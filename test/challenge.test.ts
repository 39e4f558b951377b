import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadWholeModel } from '../src/model/network/load-whole-model';
import { startTestBackend } from '../src/model/testing/backend';
import { jiebaTable } from '../src/text/testing';
import { segmenterFor } from '../src/text/languages';

interface Challenge {
  readonly text: string;
  readonly label: string;
  readonly category: string;
}

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Share of the sentences that a default must read as most people would. The first set is open: own prose was written
 * after its misses had been seen, though none of it is near one of its sentences (`test/everyday.test.ts`). The blind
 * set was written before any model was tried on it, and its misses are not printed, so that nothing is tuned to them.
 */
const SETS = [
  { language: 'en', set: 'en', floor: 0.85, blind: false },
  { language: 'en', set: 'en-blind', floor: 0.83, blind: true },
  { language: 'zh', set: 'zh', floor: 0.85, blind: false },
  { language: 'zh', set: 'zh-blind', floor: 0.83, blind: true },
] as const;

beforeAll(startTestBackend);

describe.each(SETS)('the default for $language, sentences of $set', ({ language, set, floor, blind }) => {
  const rows = readFileSync(file(`challenge/${set}.jsonl`), 'utf8')
    .trim()
    .split('\n');
  const sentences = rows.map((line) => JSON.parse(line) as Challenge);

  it('reads them as most people would', async () => {
    const model = await loadWholeModel(language, (name) => readFile(file(`../models/${language}/${name}`)));
    const segment = await segmenterFor(language, jiebaTable);
    const misses = sentences.flatMap(({ text, label, category }) => {
      const { ids, mask } = model.encode(segment(text));
      const { logits } = model.forward(ids, mask);
      const said = model.labels[logits.indexOf(Math.max(...logits))];
      return said === label ? [] : [`${category}: "${text}" is ${label}, not ${said}`];
    });
    model.dispose();
    const right = 1 - misses.length / sentences.length;
    const told = blind ? [] : misses;
    process.stdout.write(`${[`${set}: ${(100 * right).toFixed(1)} % of ${sentences.length}`, ...told].join('\n')}\n`);
    expect(sentences.length).toBeGreaterThanOrEqual(blind ? 60 : 80);
    expect(right).toBeGreaterThanOrEqual(floor);
  });
});

it.each(['en', 'zh'] as const)('the default for %s finds that a meeting is nothing good or bad', async (language) => {
  const model = await loadWholeModel(language, (name) => readFile(file(`../models/${language}/${name}`)));
  const segment = await segmenterFor(language, jiebaTable);
  const { ids, mask } = model.encode(segment(language === 'en' ? 'The meeting is at three.' : '会议三点开始。'));
  const { logits } = model.forward(ids, mask);
  expect(model.labels[logits.indexOf(Math.max(...logits))]).toBe('neutral');
  model.dispose();
});
