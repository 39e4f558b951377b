import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { predictText } from '../src/explain/predict';
import { loadModel } from '../src/model/load-model';
import { startTestBackend } from '../src/model/testing/backend';
import { segmenterFor } from '../src/text/languages';
import { jiebaTable } from '../src/text/testing';

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Ten sentences of each kind that earlier defaults misread: "Nobody loves …", "not the worst …", trouble that was solved,
 * denied faults, questions, other spellings. The floors are what the defaults reach today. Aimed at: 0.85 of each kind;
 * `weak` are the kinds below that.
 */
const KINDS = [
  { language: 'en', floor: 0.9, weak: ['denied liking', 'not the worst'] },
  { language: 'zh', floor: 0.92, weak: ['问句'] },
] as const;

beforeAll(startTestBackend);

it.each(KINDS)('$language: sentences of the kinds that were misread', async ({ language, floor, weak }) => {
  const [, ...rows] = readFileSync(file(`kinds/${language}.tsv`), 'utf8')
    .trimEnd()
    .split('\n');
  const model = await loadModel(language, (name) => readFile(file(`../models/${language}/${name}`)));
  const segment = await segmenterFor(language, jiebaTable);
  const kinds = new Map<string, boolean[]>();
  for (const row of rows) {
    const [kind, label, text] = row.split('\t');
    const found = predictText(model, { text, language, words: segment(text) });
    kinds.set(kind, [...(kinds.get(kind) ?? []), found.label === label]);
  }
  model.dispose();
  const share = (of: readonly boolean[]): number => of.filter(Boolean).length / of.length;
  expect([...kinds.values()].map(({ length }) => length)).toEqual([...kinds.keys()].map(() => 10));
  expect(share([...kinds.values()].flat())).toBeGreaterThanOrEqual(floor);
  const below = [...kinds].filter(([, of]) => share(of) < 0.85).map(([kind]) => kind);
  expect(weak).toEqual(expect.arrayContaining(below));
});
