import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as vscode from 'vscode';
import { tinyInstallation } from '../src/engine/testing/tiny-installation';
import type { ReviewLine } from '../src/findings/review/review-file';
import { Reviews, reviewedTrainingRows } from '../src/extension/annotate/reviews';
import type { Evaluation } from '../src/training/evaluation/evaluate';

let folder: string;
let full = false;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'saliency-decided-'));
  // The editor's files, on the disk; a full one leaves the half of a file.
  const fs = {
    readFile: ({ path }: vscode.Uri) => readFile(path),
    writeFile: async ({ path }: vscode.Uri, bytes: Uint8Array) => {
      await writeFile(path, full ? bytes.subarray(0, bytes.length / 2) : bytes);
      if (full) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'Unknown' });
    },
    rename: (from: vscode.Uri, to: vscode.Uri) => rename(from.path, to.path),
    delete: ({ path }: vscode.Uri) => rm(path),
  };
  Object.assign(vscode.workspace, { fs });
});
afterAll(() => rm(folder, { recursive: true }));

/** What this needs of an address. */
function address(path: string): vscode.Uri {
  const uri = { path, with: (changes: { path: string }) => address(changes.path), toString: () => `file://${path}` };
  return uri as unknown as vscode.Uri;
}

/** Rows as an overview has them reviewed: every third one corrects its prediction. */
function reviewed(count: number): ReviewLine[] {
  const words = { positive: ['lovely', '很好'], negative: ['"awful"', '差'] };
  return Array.from({ length: count }, (_, i) => {
    const label = i % 2 === 0 ? 'positive' : 'negative';
    const text = `A ${words[label][(i >> 1) % 2]} film, number ${i} 🎬\nof the year.`;
    const prediction = i % 3 === 0 ? 'neutral' : label;
    return { row: i + 1, text, label, prediction, file: 'reviews.csv', line: i + 2 };
  });
}

test('what was reviewed in the overview is read by saliency train: the file beside the results, and the exported one', async () => {
  const rows = reviewed(80);
  const reviews = Reviews.beside(address(join(folder, 'reviews.saliency.ndjson')));
  await Promise.all([...rows].reverse().map((row) => say(reviews, row)));
  await takeBack(reviews, rows[79]);
  const left = rows.slice(0, 79);
  expect(reviews.all).toEqual(left);
  const exported = join(folder, 'reviews.training.ndjson');
  await writeFile(exported, reviewedTrainingRows(reviews.all));
  const lines = (await readFile(exported, 'utf8')).trimEnd().split('\n').map((line) => JSON.parse(line) as object); // prettier-ignore
  expect(lines).toEqual(left.map(({ text, label }) => ({ text, label })));

  const cli = join(await tinyInstallation('cli.js'), 'dist/cli.js');
  for (const [data, model] of [
    [join(folder, 'reviews.saliency.labels.ndjson'), join(folder, 'en-labels')],
    [exported, join(folder, 'en-exported')],
  ]) {
    const network = ['--architecture', 'state-distance-lstm', '--config', '{"dimension":8,"units":8}', '--min-count', '2']; // prettier-ignore
    const trained = await run(cli, 'train', ...network, '--data', data, '--epochs', '12', '--patience', '0', '--learning-rate', '0.05', '--out', model); // prettier-ignore
    expect(trained).toMatchObject({ status: 0, stdout: '' });
    expect(trained.stderr).toMatch(/79 rows, 0 dropped for their texts; labels: negative, positive/);
    const { stdout } = await run(cli, 'evaluate', '--model', model, '--data', data, '--json');
    expect(JSON.parse(stdout) as Evaluation).toMatchObject({ n: 79, accuracy: 1 });
  }
});

test('what cannot be saved was not said, and nothing is half-written', async () => {
  const results = join(folder, 'other.saliency.ndjson');
  const reviews = Reviews.beside(address(results));
  const [first, second] = reviewed(2);
  await say(reviews, first);
  const before = await readdir(folder);
  full = true;
  await expect(say(reviews, second)).rejects.toMatchObject({ code: 'unwritable', data: { reason: 'ENOSPC' } });
  await expect(takeBack(reviews, first)).rejects.toMatchObject({ code: 'unwritable' });
  full = false;
  expect(reviews.all).toEqual([first]);
  expect(await readdir(folder)).toEqual(before);
  const again = Reviews.beside(address(results));
  await again.load();
  expect(again.all).toEqual([first]);
});

const say = (reviews: Reviews, { row, label, ...about }: ReviewLine) =>
  reviews.say({ row, review: { row, label }, ...about });
const takeBack = (reviews: Reviews, { row, text }: ReviewLine) => reviews.say({ row, text });

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(cli: string, ...args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [cli, ...args]);
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (text: Buffer) => (stdout += text.toString()));
    child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
}
