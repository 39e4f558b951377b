import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { WordCounter } from '../../engine/local/word-counts';
import { removed } from '../../engine/testing/bundle';
import { tinyInstallation } from '../../engine/testing/tiny-installation';
import type { ModelCard } from '../../shared/model-card';

let root: string;
beforeAll(async () => {
  root = await tinyInstallation('cli.js');
  return () => removed(root);
});

test('counts the texts of each label by word; the engine reads them, the card vouches for the file', async () => {
  const folder = join(root, 'models/en-tiny');
  const read = (file: string): Promise<Uint8Array> => readFile(join(folder, file));
  const rows = [
    ...['A good plot, good!', 'It is good.'].map((text) => `"${text}",positive`),
    '"Not the good plot of it",negative',
  ];
  await writeFile(join(root, 'rows.csv'), ['text,label', ...rows].join('\n'));
  const cli = join(root, 'dist/cli.js');
  const data = join(root, 'rows.csv');
  expect(execFileSync(process.execPath, [cli, 'count', '--model', folder, '--data', data]).length).toBe(0);
  const card = JSON.parse(await readFile(join(folder, 'card.json'), 'utf8')) as ModelCard;
  const sha256 = createHash('sha256')
    .update(await read('counts.txt'))
    .digest('hex');
  expect(card.files['counts.txt']).toMatchObject({ sha256 });
  expect(card.size).toBe(Object.values(card.files).reduce((sum, { bytes }) => sum + bytes, 0));
  const counter = new WordCounter();
  expect(await counter.seen('en-tiny', card, 'Good', read)).toEqual({ negative: 1, positive: 2 });
  expect(await counter.seen('en-tiny', card, 'plot', read)).toEqual({ negative: 1, positive: 1 });
});
