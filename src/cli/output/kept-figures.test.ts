import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MethodFigures } from '../../engine/evaluation/evaluate-explanations';
import { KeptFigures } from './kept-figures';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-'));
});
afterEach(() => rm(folder, { recursive: true }));

const figuresOf = (method: MethodFigures['method']): MethodFigures => ({
  ...{ method, n: 3, refused: 0, milliseconds: 1, comprehensiveness: 0.5, sufficiency: 0.1 },
  ...{ random: { comprehensiveness: 0.1, sufficiency: 0.2 }, timesRandom: { comprehensiveness: 5, sufficiency: 0.5 } },
});

test('the figures of a killed run are used by the next one', async () => {
  const path = join(folder, 'kept.json');
  const first = await KeptFigures.at(path, { rows: 1 });
  expect(first.figures).toEqual([]);
  await first.add(figuresOf('occlusion'));
  await first.add(figuresOf('lrp'));
  expect((await KeptFigures.at(path, { rows: 1 })).figures).toEqual([figuresOf('occlusion'), figuresOf('lrp')]);
});

test('figures of another question, or another file, are neither used nor overwritten', async () => {
  const path = join(folder, 'kept.json');
  await (await KeptFigures.at(path, { rows: 1 })).add(figuresOf('occlusion'));
  await expect(KeptFigures.at(path, { rows: 2 })).rejects.toMatchObject({ code: 'usage' });
  await writeFile(path, 'my notes');
  await expect(KeptFigures.at(path, { rows: 1 })).rejects.toMatchObject({ code: 'usage' });
  expect(await readFile(path, 'utf8')).toBe('my notes');
});

test('without a file nothing is stored, and nothing fails', async () => {
  const none = await KeptFigures.at(undefined, {});
  await none.add(figuresOf('occlusion'));
  expect(none.figures).toHaveLength(1);
});
