import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { schemaProblem } from '../../annotate/testing/json-schema';
import { bundled, removed } from '../../engine/testing/bundle';
import { tinyInstallation } from '../../engine/testing/tiny-installation';

let root: string;
let folder: string;
beforeAll(async () => {
  root = await tinyInstallation('cli.js');
  await bundled('worker.cjs', join(root, 'dist'));
  folder = await mkdtemp(join(tmpdir(), 'saliency-cli-'));
  return () => Promise.all([removed(root), rm(folder, { recursive: true })]);
});

const cli = () => join(root, 'dist/cli.js');
const start = (args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [cli(), 'annotate', ...args], { cwd: folder });

interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

function annotate(args: readonly string[], input = ''): Promise<Ran> {
  return new Promise((resolve) => {
    const options = { cwd: folder, maxBuffer: 2 ** 28 };
    const child = execFile(process.execPath, [cli(), 'annotate', ...args], options, (error, stdout, stderr) =>
      resolve({ status: error ? Number(error.code) : 0, stdout, stderr }),
    );
    child.stdin?.on('error', () => undefined).end(input);
  });
}

const rowsOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const untimed = (text: string) => text.replace(/"milliseconds":[\d.]+/g, '"milliseconds":0');
const TEXTS = ['这个手机质量很好，但是服务不好。', 'The plot is thin, but I loved every minute of it.', 'I loved it.'];
const ndjson = (count: number) =>
  Array.from({ length: count }, (_, i) => `${JSON.stringify({ id: i, text: `${TEXTS[i % 3]} ${i}` })}\n`).join('');

describe('saliency annotate', () => {
  test('a text that is too long for the method becomes a row with an error, and the run goes on', async () => {
    const input = `I loved it.\n${'I loved it. '.repeat(30)}\nI loved it.\n`;
    const { status, stdout, stderr } = await annotate(['--from', 'text', '--explain', 'shap', '--quiet'], input);
    const rows = rowsOf(stdout);
    expect(rows.map((row) => 'error' in row)).toEqual([false, true, false]);
    expect(String(rows[1].error)).toMatch(/texts of up to 40 words/);
    expect([status, stderr.trim()]).toEqual([0, '3 rows; 1 row could not be annotated.']);
  });

  test('writes one row for each row, in order, with id, errors and a count, as the schema says', async () => {
    const input = `{"id":"a","text":"I loved it."}\nnonsense\n\n{"id":2,"text":"很好"}\n`;
    const schema = JSON.parse(await readFile('schemas/annotated-row.v1.schema.json', 'utf8')) as Record<
      string,
      unknown
    >;
    for (const explain of ['default', 'none']) {
      const { status, stdout, stderr } = await annotate(['--explain', explain, '--quiet'], input);
      expect([status, stderr]).toEqual([0, '4 rows; 2 rows could not be annotated.\n']);
      const rows = rowsOf(stdout);
      expect(rows.map(({ row, id, line, error }) => [row, id ?? line, error])).toEqual([
        [1, 'a', undefined],
        [2, 2, 'Line 2: It is not JSON.'],
        [3, 3, 'Line 3: There is no text.'],
        [4, 2, undefined],
      ]);
      expect(rows.map((row) => schemaProblem(schema, row))).toEqual(rows.map(() => undefined));
      expect(schemaProblem(schema, { ...rows[0], label: 5 })).toBeDefined();
      expect('words' in rows[0]).toBe(explain === 'default');
    }
    expect((await annotate(['--strict'], input)).status).toBe(1);
    expect((await annotate(['--strict'], TEXTS[0])).status).toBe(0);
  });

  test('says before it starts how the file is read, and what its labels mean', async () => {
    await writeFile(join(folder, 'stars.csv'), 'comment;stars\nI loved it;5\nI hated it;1\n');
    const { stdout, stderr } = await annotate(['stars.csv', '--explain', 'none']);
    expect(stderr.split('\n').map((line) => line.trim())).toEqual([
      'stars.csv: CSV, utf-8, semicolons, header in line 1; 2 rows',
      'text “comment” (by its name)',
      'label “stars”, 1 to 5 stars: 5 → positive (1); 1 → negative (1)',
      'languages: en (2)',
      '2 rows.',
      '',
    ]);
    expect(rowsOf(stdout)).toMatchObject([
      { given: '5', givenLabel: 'positive', at: [2, 1, 2, 11] },
      { given: '1', givenLabel: 'negative' },
    ]);
    const wrong = await annotate(['stars.csv', '--text-field', 'review']);
    expect([wrong.status, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toBe('saliency: There is no column “review” in stars.csv. There are: comment, stars.\n');
    const other = await annotate(['stars.csv', '--explain', 'none', '--quiet', '--labels', '5=negative,1=positive']);
    expect(rowsOf(other.stdout).map(({ givenLabel }) => givenLabel)).toEqual(['negative', 'positive']);
  });

  test('gives the same explanation as `explain`, field by field, with any number of workers', async () => {
    const [one, two] = await Promise.all([annotate([], ndjson(150)), annotate(['--workers', '2'], ndjson(150))]);
    expect(untimed(two.stdout)).toBe(untimed(one.stdout));
    const [first] = rowsOf(one.stdout);
    const explained = await new Promise<string>((resolve) =>
      execFile(
        process.execPath,
        [cli(), 'explain', '--json', `${TEXTS[0]} 0`],
        { cwd: folder },
        (error, stdout, stderr) => resolve(error ? stderr : stdout),
      ),
    );
    expect(explained).toMatch(/^\{/);
    expect({ ...first, milliseconds: 0 }).toEqual({
      ...{ row: 1, id: 0, line: 1, at: [1, 17, 1, 17 + `${TEXTS[0]} 0`.length], cells: { id: '0' } },
      ...(JSON.parse(explained) as object),
      milliseconds: 0,
    });
  });

  test('a model by its folder is this folder, also where its card has the name of an installed model', async () => {
    const copy = join(folder, 'copies', 'mine');
    await cp(join(root, 'models/en-tiny-three'), copy, { recursive: true });
    const card = JSON.parse(await readFile(join(copy, 'card.json'), 'utf8')) as object;
    for (const name of ['en-tiny', 'renamed']) {
      await writeFile(join(copy, 'card.json'), JSON.stringify({ ...card, name }));
      const { stdout } = await annotate(['--model', './copies/mine', '--explain', 'none', '--quiet'], TEXTS[1]);
      const [row] = rowsOf(stdout);
      expect([row.model, Object.keys(row.probabilities as object).length]).toEqual(['mine', 3]);
    }
  });

  test('reads tables and adds its columns; measures faithfulness when asked', async () => {
    await writeFile(join(folder, 'a.csv'), 'n,comment\n1,"I loved it, really"\n2,=SUM(A1)\n');
    const { stdout } = await annotate(['a.csv', '--to', 'csv', '--model', 'en-tiny-three']);
    const [header, ...rows] = parse(stdout, { bom: true });
    const labels = ['probability_negative', 'probability_neutral', 'probability_positive'];
    expect(header).toEqual([
      'n',
      'comment',
      'label',
      'probability',
      ...labels,
      'top_words',
      'model',
      'warnings',
      'error',
    ]);
    expect(rows.map(([n, comment]) => [n, comment])).toEqual([
      ['1', 'I loved it, really'],
      ['2', "'=SUM(A1)"],
    ]);
    const [measured] = rowsOf((await annotate(['--faithfulness'], TEXTS[1])).stdout);
    expect(measured.faithfulness).toMatchObject({ random: {} });
    expect((await annotate(['a.csv', '--to', 'html'])).stdout).toMatch(
      /^<!doctype html>[\s\S]*loved[\s\S]*<\/main>\n$/,
    );
  });

  test.each([
    ['no such file', ['nowhere.csv'], /^saliency: There is no file or folder nowhere\.csv\.\n$/],
    ['an unknown model', ['--model', 'x'], /There is no model “x”/],
    ['an unknown method', ['--explain', 'x'], /There is no method “x”/],
    ['an unknown format', ['--to', 'x'], /^error: option '--to/],
    ['no worker', ['--workers', '0'], /^error: option '--workers/],
    ['measuring nothing', ['--explain', 'none', '--faithfulness'], /does not go with --explain none/],
  ])('%s: status 2 and one line', async (_, args, line) => {
    const { status, stdout, stderr } = await annotate(args, 'I loved it.\n');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(line);
  });
});

describe('ends cleanly', () => {
  test('when the reader has seen enough', async () => {
    const child = start(['--explain', 'none', '--quiet']);
    let complaint = '';
    child.stderr!.on('data', (text) => (complaint += String(text)));
    child.stdin!.on('error', () => undefined).end(ndjson(3_000));
    await once(child.stdout!, 'data');
    child.stdout!.destroy();
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(complaint).toBe('');
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('at %s: whole rows, status %i', async (signal, status) => {
    const child = start(['--explain', 'none']);
    let output = '';
    child.stdout!.on('data', (text) => (output += String(text)));
    // The source stays open, like a pipe with more to come.
    child.stdin!.write(ndjson(40));
    await once(child.stdout!, 'data');
    child.kill(signal);
    expect(await once(child, 'close')).toEqual([status, null]);
    expect(output.endsWith('\n')).toBe(true);
    for (const [i, { row }] of rowsOf(output).entries()) expect(row).toBe(i + 1);
  });
});

describe('--resume', () => {
  const KILLS = Number(process.env.SALIENCY_KILLS ?? 3);

  test(
    `after ${KILLS} kills at random moments: the file of an uninterrupted run`,
    async () => {
      await writeFile(join(folder, 'big.ndjson'), ndjson(4_000));
      const run = (out: string) => ['big.ndjson', '--explain', 'state-distance', '--language', 'zh', '--resume', out];
      await annotate(run('whole.ndjson'));
      const whole = untimed(await readFile(join(folder, 'whole.ndjson'), 'utf8'));
      expect(whole.trimEnd().split('\n')).toHaveLength(4_000);
      const partial = join(folder, 'killed.ndjson.partial');
      for (let kill = 0; kill < KILLS;) {
        const before = (await stat(partial).catch(() => undefined))?.size ?? 0;
        const child = start(run('killed.ndjson'));
        const exit = once(child, 'exit');
        let ended = false;
        void exit.then(() => (ended = true));
        // A bit further than the last time: never before the first row, rarely after the last.
        const until = before + (whole.length / KILLS) * Math.random();
        while (!ended && ((await stat(partial).catch(() => undefined))?.size ?? 0) <= until) await after(5);
        child.kill('SIGKILL');
        await exit;
        if (ended && child.exitCode === 0) await rm(join(folder, 'killed.ndjson'), { force: true });
        else kill++;
      }
      const { status } = await annotate(run('killed.ndjson'));
      expect(status).toBe(0);
      expect(untimed(await readFile(join(folder, 'killed.ndjson'), 'utf8'))).toBe(whole);
      expect((await readdir(folder)).filter((name) => name.includes('partial'))).toEqual([]);
      const record = JSON.parse(await readFile(join(folder, 'killed.run.json'), 'utf8')) as object;
      expect(record).toMatchObject({ version: 1, sources: ['big.ndjson'], options: { question: { language: 'zh' } } });
      expect((await annotate(run('killed.ndjson'))).stderr).toMatch(/is already complete/);
    },
    60_000 + KILLS * 30_000,
  );
});
