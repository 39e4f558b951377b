import {
  appendFile,
  chmod,
  copyFile,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { SaliencyError } from '../../shared/saliency-error';
import type { Checkpoint } from '../checkpoint';
import { PartialFile } from './partial-file';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'saliency-partial-'));
  path = join(folder, 'out.ndjson');
  return () => rm(folder, { recursive: true });
});

const checkpoint = (rows: number): Checkpoint => ({ rows, source: `${rows}`, errors: 0, state: null });
const row = (number: number) => `row ${number} ${'好'.repeat(number % 5)}\n`;

/** Writes rows; every one has its checkpoint, because each write waits for as long as two lie apart. */
async function writeRows(file: PartialFile, from: number, to: number): Promise<void> {
  for (let i = from; i <= to; i++) {
    (file as unknown as { last: number }).last = -Infinity;
    await file.write(row(i), () => checkpoint(i));
  }
}

test('the file appears only when all is there', async () => {
  const file = new PartialFile(path, 'q');
  expect(await file.start()).toBeUndefined();
  await writeRows(file, 1, 3);
  expect(await file.isDone()).toBe(false);
  await file.finish();
  expect(await readFile(path, 'utf8')).toBe(row(1) + row(2) + row(3));
  expect(await readdir(folder)).toEqual(['out.ndjson']);
});

test('cut off anywhere, in rows or journal, it goes on behind a whole row and ends the same', async () => {
  const file = new PartialFile(path, 'q');
  await file.start();
  await writeRows(file, 1, 6);
  await file.stop();
  const whole = Array.from({ length: 8 }, (_, i) => row(i + 1)).join('');
  const sizes = {
    partial: (await stat(`${path}.partial`)).size,
    journal: (await stat(`${path}.partial.journal`)).size,
  };
  const saved = (name: string) => join(folder, name);
  await copyFile(`${path}.partial`, saved('p'));
  await copyFile(`${path}.partial.journal`, saved('j'));
  for (let cut = 0; cut < 60; cut++) {
    await copyFile(saved('p'), `${path}.partial`);
    await copyFile(saved('j'), `${path}.partial.journal`);
    if (cut % 2) await truncate(`${path}.partial`, Math.floor((sizes.partial * cut) / 60));
    else await truncate(`${path}.partial.journal`, Math.floor((sizes.journal * cut) / 60));
    if (cut % 3 === 0) await appendFile(`${path}.partial`, 'a torn ro');
    const next = new PartialFile(path, 'q');
    const resumed = (await next.start().catch((error: unknown) => error)) as Checkpoint | undefined | SaliencyError;
    if (resumed instanceof SaliencyError) {
      // Not even the first line of the journal is left: nobody knows what was asked.
      expect([resumed.code, cut]).toEqual(['other-question', expect.any(Number)]);
      continue;
    }
    await writeRows(next, (resumed?.rows ?? 0) + 1, 8);
    await next.finish();
    expect(await readFile(path, 'utf8')).toBe(whole);
    await rm(path);
  }
});

test('a byte that changed is found, and all behind it is done anew', async () => {
  const file = new PartialFile(path, 'q');
  await file.start();
  await writeRows(file, 1, 6);
  await file.stop();
  const bytes = await readFile(`${path}.partial`);
  bytes[bytes.indexOf('row 4')] ^= 1;
  await writeFile(`${path}.partial`, bytes);
  expect((await new PartialFile(path, 'q').start())?.rows).toBe(3);
});

test('another question is refused', async () => {
  const file = new PartialFile(path, 'q');
  await file.start();
  await writeRows(file, 1, 1);
  await file.stop();
  await expect(new PartialFile(path, 'other').start()).rejects.toMatchObject({ code: 'other-question' });
});

test('a folder that is not there, or may not be written to, is said; nothing is left in it', async () => {
  await expect(new PartialFile(join(folder, 'no/x'), 'q').start()).rejects.toMatchObject({ code: 'no-such-file' });
  if (process.getuid?.() === 0) return;
  await chmod(folder, 0o555);
  onTestFinished(() => chmod(folder, 0o755));
  await expect(new PartialFile(path, 'q').start()).rejects.toMatchObject({ code: 'unwritable' });
  expect(await readdir(folder)).toEqual([]);
});

test('a run that stops before its first row leaves nothing', async () => {
  const file = new PartialFile(path, 'q');
  await file.start();
  await file.stop();
  expect(await readdir(folder)).toEqual([]);
});
