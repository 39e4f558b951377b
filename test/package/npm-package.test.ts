import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { writeModelList } from '../../scripts/build/model-list.mjs';
import { PACKAGED_MODELS } from '../../scripts/build/packaged-models.mjs';
import { ROOT } from '../../scripts/root.mjs';

const run = promisify(execFile);

test('packed and installed, the command works away from the clone', { timeout: 300_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'saliency-npm-'));
  try {
    // What is packed is what was built for the extension: scripts would build it again.
    await writeModelList(join(ROOT, 'dist'), 'packaged');
    await run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], { cwd: ROOT }).finally(
      () => writeModelList(join(ROOT, 'dist'), 'all'),
    );
    const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'))!;
    const prefix = join(folder, 'installed');
    const install = ['install', '--global', '--silent', '--offline', '--ignore-scripts', '--prefix', prefix];
    await run('npm', [...install, join(folder, tarball)], { cwd: folder });
    const command = join(prefix, 'bin', 'saliency');
    const listed = JSON.parse((await run(command, ['models', '--json'], { cwd: folder })).stdout) as { name: string }[];
    expect(listed.map(({ name }) => name)).toEqual([...PACKAGED_MODELS].sort());
    expect(listed).toEqual(listed.map(() => expect.not.objectContaining({ problem: expect.anything() as unknown })));
    const annotated = run(command, ['annotate', '--workers', '2', '--from', 'text'], { cwd: folder });
    annotated.child.stdin!.end('I loved every minute of it.\n\n房间很干净，下次还来。\n');
    const { stdout, stderr } = await annotated;
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(rows.map(({ row, label, language, error }) => [row, label, language, error])).toEqual([
      [1, 'positive', 'en', undefined],
      [2, undefined, undefined, 'Line 2: There is no text.'],
      [3, 'positive', 'zh', undefined],
    ]);
    expect(stderr).toBe(
      'Standard input: plain text, utf-8; 3 rows\n  languages: en (1), zh (1)\n3 rows; 1 row could not be annotated.\n',
    );
    const alone = JSON.parse(
      (await run(command, ['explain', '--json', '房间很干净，下次还来。'], { cwd: folder })).stdout,
    ) as object;
    expect({ ...rows[2], milliseconds: 0 }).toEqual({ row: 3, line: 3, at: [3, 1, 3, 12], ...alone, milliseconds: 0 });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
