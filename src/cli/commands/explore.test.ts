import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { removed } from '../../engine/testing/bundle';
import { tinyInstallation } from '../../engine/testing/tiny-installation';
import type { Exploration } from '../../training/exploration/explore';

let root: string;
let folder: string;
beforeAll(async () => {
  root = await tinyInstallation('cli.js');
  folder = await mkdtemp(join(tmpdir(), 'explore-'));
  const rows = ['菜很好吃，还会再来', '服务太慢了', '环境一般', ''].map((review, i) => ({
    review,
    label: i % 2 ? '差' : '好',
  }));
  const lines = rows.map((row) => JSON.stringify(row)).join('\n');
  await writeFile(join(folder, 'train.jsonl.gz'), gzipSync(lines));
  await writeFile(join(folder, 'test.csv'), 'review,label\n服务太慢了！,好\n"再也不来, 真的",差\n');
  return () => Promise.all([removed(root), rm(folder, { recursive: true })]);
});

const saliency = (...args: string[]): string =>
  execFileSync(process.execPath, [join(root, 'dist/cli.js'), 'explore', ...args], { encoding: 'utf8', cwd: folder });

test('explores gzipped NDJSON beside CSV, as JSON and for people', () => {
  const given = ['--data', 'train.jsonl.gz', '--test', 'test.csv', '--text-field', 'review'];
  const { language, splits, shared, choice } = JSON.parse(saliency(...given, '--json')) as Exploration;
  expect(language).toBe('zh');
  expect(splits.map(({ name, rows, texts }) => [name, rows, texts])).toEqual([
    ['train.jsonl.gz', 4, 3],
    ['test.csv', 2, 2],
  ]);
  expect(splits[0].missing).toEqual({ rows: 1, columns: [{ column: 'review', missing: 1 }] });
  expect(splits[0].frequencies.frequent.map(({ word }) => word)).toContain('服务');
  expect(shared).toEqual({ texts: 1, trainRows: 1, testRows: 1, contradicting: 1 });
  expect(choice.architecture).toBe('ngram-mlp');
  saliency(...given, '--html', 'charts.html');
  const page = readFileSync(join(folder, 'charts.html'), 'utf8');
  expect(page).toContain('train.jsonl.gz');
  // 服务 occurs once in each of the three training texts and once in the two test texts.
  expect(page).toMatch(/服务<td>1<td>1</);
  expect(page).not.toMatch(/https?:\/\/|NaN|undefined|<script/);
  expect(saliency(...given)).toContain('train.jsonl.gz: 4 rows, 3 with a text');
});
