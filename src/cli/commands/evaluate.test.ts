import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { removed } from '../../engine/testing/bundle';
import { tinyInstallation } from '../../engine/testing/tiny-installation';

let root: string;
let folder: string;
beforeAll(async () => {
  root = await tinyInstallation('cli.js');
  folder = await mkdtemp(join(tmpdir(), 'saliency-evaluate-'));
  for (const place of ['a', 'b'])
    await cp(join(root, 'models/en-tiny'), join(folder, place, 'mine'), { recursive: true });
  await writeFile(join(folder, 'rows.csv'), 'text,label\nI loved it,positive\nIt broke,negative\nIt is blue,neutral\n');
  return async () => {
    await removed(root);
    await rm(folder, { recursive: true });
  };
});

function compare(...models: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  const args = [join(root, 'dist/cli.js'), 'evaluate', '--quiet', '--data', 'rows.csv', '--compare', ...models];
  return new Promise((resolve) =>
    execFile(process.execPath, args, { cwd: folder }, (error, stdout, stderr) =>
      resolve({ status: error ? Number(error.code) : 0, stdout, stderr }),
    ),
  );
}

describe('saliency evaluate --compare', () => {
  test('of a label that neither model has, rows are left out; two folders of one name are told apart', async () => {
    const { status, stdout } = await compare('./a/mine', './b/mine');
    expect([status, stdout.split('\n')[0]]).toEqual([0, './a/mine → ./b/mine']);
    expect(stdout).toMatch(/^accuracy +2 /m);
    expect(stdout).toContain('1 row was left out: neither model has their label.');
  });

  test('a row whose label one of them has counts for both', async () => {
    for (const models of [
      ['en-tiny', 'en-tiny-three'],
      ['en-tiny-three', 'en-tiny'],
    ]) {
      const { stdout } = await compare(...models);
      expect(stdout.split('\n')[0]).toBe(models.join(' → '));
      expect(stdout).toMatch(/^accuracy +3 /m);
      expect(stdout).not.toContain('left out');
    }
  });

  test('without a label of either there is nothing to compare', async () => {
    await writeFile(join(folder, 'rows.csv'), 'text,label\nIt is blue,neutral\nIt is red,neutral\n');
    const { status, stderr } = await compare('./a/mine', 'en-tiny');
    expect(status).toBe(2);
    expect(stderr).toMatch(/neutral|negative, positive/);
  });
});
