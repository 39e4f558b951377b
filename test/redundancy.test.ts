import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { explainText } from '../src/explain/explain';
import { loadModel } from '../src/model/load-model';
import { startTestBackend } from '../src/model/testing/backend';
import { jiebaTable } from '../src/text/testing';
import { segmenterFor } from '../src/text/languages';

interface Redundant {
  readonly text: string;
  readonly label: string;
  /** Cues, `[start, end)` in UTF-16 units; each alone says the label. */
  readonly marks: readonly (readonly [number, number])[];
}

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Share of the rightly predicted sentences in which every cue supports the prediction. */
const FLOORS = [
  { language: 'en', floor: 0.97 },
  { language: 'zh', floor: 0.94 },
] as const;

beforeAll(startTestBackend);

it.each(FLOORS)('$language: cues that say the same all support the prediction', async ({ language, floor }) => {
  const lines = readFileSync(file(`redundancy/${language}.ndjson`), 'utf8')
    .trim()
    .split('\n');
  const rows = lines.map((line) => JSON.parse(line) as Redundant);
  expect(new Set(rows.map(({ text }) => text)).size).toBe(200);
  const model = await loadModel(language, (name) => readFile(file(`../models/${language}/${name}`)));
  const segment = await segmenterFor(language, jiebaTable);
  const wrong: string[] = [];
  let right = 0;
  for (const { text, label, marks } of rows) {
    const found = explainText(model, { text, language, words: segment(text) }, { method: 'phrase-shapley' });
    if (found.label !== label) continue;
    right++;
    const worth = marks.map(([start, end]) =>
      found.words.reduce((sum, word) => (word.start < end && word.end > start ? sum + word.score : sum), 0),
    );
    if (worth.some((score) => score <= 0)) wrong.push(`${text} ${worth.join(' ')}`);
  }
  model.dispose();
  // Cues this plain are read rightly, or the share says nothing.
  expect(right).toBeGreaterThanOrEqual(160);
  expect(1 - wrong.length / right, wrong.join('\n')).toBeGreaterThanOrEqual(floor);
});
