import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { removed } from '../../engine/testing/bundle';
import { tinyInstallation } from '../../engine/testing/tiny-installation';

// What a newcomer gets wrong: one clear line each, before anything is read for long, and nothing is left behind.

let cli: string;
let folder: string;
beforeAll(async () => {
  const root = await tinyInstallation('cli.js');
  cli = join(root, 'dist/cli.js');
  folder = await mkdtemp(join(tmpdir(), 'saliency-fine-tune-'));
  const rows = (count: number, label: (i: number) => string) =>
    ['message,mood', ...Array.from({ length: count }, (_, i) => `Film number ${i} was ${i % 2 ? 'good' : 'bad'}.,${label(i)}`), ''].join('\n'); // prettier-ignore
  const mood = (i: number) => (i % 2 ? 'positive' : 'negative');
  await writeFile(join(folder, 'rows.csv'), rows(40, mood));
  await writeFile(join(folder, 'few.csv'), rows(10, mood));
  await writeFile(join(folder, 'single.csv'), rows(1, mood));
  await writeFile(
    join(folder, 'one.csv'),
    rows(40, () => 'positive'),
  );
  await writeFile(join(folder, 'unlabelled.csv'), rows(40, () => '').replaceAll(',', ' '));
  await writeFile(join(folder, 'header.csv'), rows(0, mood));
  await writeFile(join(folder, 'empty.csv'), '');
  await mkdir(join(folder, 'mine'));
  await writeFile(join(folder, 'mine', 'notes.txt'), 'mine');
  return () => Promise.all([removed(root), removed(folder)]);
});

function train(args: string): Promise<{ status: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const given = ['train', ...args.split(' ')];
    const child = execFile(process.execPath, [cli, ...given], { cwd: folder, timeout: 60_000 }, (error, stdout, stderr) =>
      resolve({ status: error ? Number(error.code) : 0, stdout, stderr }),
    ); // prettier-ignore
    child.stdin?.end();
  });
}

test.each<[args: string, status: 1 | 2, line: string]>([
  ['--start en-tiny --data missing.csv --out new', 2, 'There is no file or folder missing.csv.'],
  ['--start en-tiny --data empty.csv --out new', 1, 'There are no labelled rows to train on: label at least 30.'],
  ['--start en-tiny --data header.csv --out new', 1, 'There are no labelled rows to train on: label at least 30.'],
  ['--start en-tiny --data few.csv --out new', 1, 'There are 10 rows to train on, too few for a gain that could be measured: label at least 30.'],
  ['--start en-tiny --data single.csv --out new', 1, 'There is 1 row to train on, too few for a gain that could be measured: label at least 30.'],
  ['--start en-tiny --data one.csv --out new', 1, 'A model needs rows of at least two labels, but all are “positive”.'],
  ['--start en-tiny --data unlabelled.csv --out new', 2, 'there is no column of labels: name it with --label-field. There are:'],
  ['--start en-tiny --data rows.csv --label-field stars --out new', 2, 'There is no column “stars” in rows.csv. There are: message, mood.'],
  ['--start en-tinny --data rows.csv --out new', 2, 'There is no model “en-tinny”. There are: '],
  ['--start ./nothing --data rows.csv --out new', 2, 'There is no model in the folder ./nothing: it has no model.json.'],
  ['--start scratch --architecture perceptron --data rows.csv --out new', 2, 'There is no architecture "perceptron".'],
  ['--start en-tiny --data rows.csv --out mine', 2, 'The folder mine is not empty: give another one with --out, or remove it first.'],
  ['--start en-tiny --data rows.csv --out rows.csv', 2, 'rows.csv is a file: give another folder with --out.'],
  ['--start en-tiny --data rows.csv --out rows.csv/new', 2, 'rows.csv is a file: give another folder with --out.'],
  ['--start en-tiny --data rows.csv', 2, "required option '--out <folder>' not specified"],
  ['--start en-tiny --out new', 2, 'Name the labelled rows with --data.'],
  ['--data rows.csv --out new', 2, 'Name what to train: --start MODEL fine-tunes a copy of a model'],
  ['--resume --out new', 1, 'There is no training to resume in new.training.'],
  ['--start en-tiny --data rows.csv --out new --epochs 0', 2, 'It must be a whole number from 1 on.'],
  ['--start en-tiny --data rows.csv --out new --batch-size -3', 2, 'It must be a whole number from 1 on.'],
  ['--start en-tiny --data rows.csv --out new --learning-rate 0', 2, 'It must be more than 0.'],
  ['--start en-tiny --data rows.csv --out new --replay -1', 2, 'It must be 0 or more.'],
  ['--start en-tiny --data rows.csv --out new --epochs many', 2, 'It must be a number.'],
])('%s', async (args, status, line) => {
  const before = await readdir(folder);
  const ran = await train(args);
  expect(ran.stderr).toContain(line);
  expect(ran.stderr).not.toMatch(/\n\s+at /);
  expect(ran.stderr).not.toMatch(/replayed|discarded/);
  expect(ran).toMatchObject({ status, stdout: '' });
  // Nor is anything left to resume, or a folder of the person's changed.
  expect(await readdir(folder)).toEqual(before);
  expect(await readdir(join(folder, 'mine'))).toEqual(['notes.txt']);
}); // prettier-ignore
