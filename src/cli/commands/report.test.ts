import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import { bundled, removed } from '../../engine/testing/bundle';
import { tinyInstallation } from '../../engine/testing/tiny-installation';

let root: string;
let folder: string;
beforeAll(async () => {
  root = await tinyInstallation('cli.js');
  await bundled('worker.cjs', join(root, 'dist'));
  folder = await mkdtemp(join(tmpdir(), 'saliency-report-'));
  await writeFile(join(folder, 'reviews.csv'), reviews());
  return () => Promise.all([removed(root), rm(folder, { recursive: true })]);
});

/** Two shops over two years, with stars. */
function reviews(): string {
  const rows = Array.from({ length: 120 }, (_, at) => {
    const [month, shop] = [(at % 24) + 1, at % 3 === 0 ? 'North' : 'South'];
    const date = `${2022 + Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-05`;
    return `${date},${shop},${at % 2 === 0 ? 5 : 1},"${at % 2 === 0 ? 'I loved it, really' : 'The plot is thin'} <b>${at}</b>"`;
  });
  return `date,shop,stars,review\n${rows.join('\n')}\n`;
}

function saliency(args: readonly string[]): Promise<{ status: number; stdout: Buffer; stderr: string }> {
  return new Promise((resolve) => {
    const options = { cwd: folder, maxBuffer: 2 ** 26, encoding: 'buffer' as const };
    execFile(process.execPath, [join(root, 'dist/cli.js'), ...args], options, (error, stdout, stderr) =>
      resolve({ status: error ? Number(error.code) : 0, stdout, stderr: stderr.toString() }),
    );
  });
}

describe('saliency annotate --to report, xlsx, markdown; saliency report', () => {
  test('the report of a run is the report of its rows', async () => {
    const direct = await saliency(['annotate', 'reviews.csv', '--to', 'report', '--quiet']);
    expect([direct.status, direct.stderr.trim()]).toEqual([0, '120 rows.']);
    const html = direct.stdout.toString();
    expect(html).toMatch(/^<!DOCTYPE html>/);
    expect(html).toContain('by shop');
    expect(html).toContain('&lt;b&gt;');
    expect(html).not.toContain('<b>1');
    const { stdout } = await saliency(['annotate', 'reviews.csv', '--quiet']);
    await writeFile(join(folder, 'reviews.csv.saliency.ndjson'), stdout);
    const later = await saliency(['report', 'reviews.csv.saliency.ndjson']);
    expect(later.stdout.toString()).toBe(html);
  });

  test('a workbook has a sheet for summary, rows, time, columns and words', async () => {
    const { status, stdout } = await saliency(['annotate', 'reviews.csv', '--to', 'xlsx', '--quiet']);
    expect(status).toBe(0);
    const files = unzipSync(new Uint8Array(stdout));
    const names = [...strFromU8(files['xl/workbook.xml']).matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
      ([, name]) => name,
    );
    expect(names).toEqual(['Summary', 'Rows', 'Over time', 'By column', 'Words']);
  });

  test('only some rows, in Chinese; with what people said of them', async () => {
    const { text } = JSON.parse((await readFile(join(folder, 'reviews.csv.saliency.ndjson'), 'utf8')).split('\n')[6]) as { text: string }; // prettier-ignore
    // A row was inserted above since, and another one was removed.
    const reviewed = { row: 6, text, label: 'negative', order: 'random', note: 'irony' };
    const removed = { ...reviewed, row: 1, text: 'Nobody says so any more.' };
    const lines = [removed, reviewed].map((line) => `${JSON.stringify(line)}\n`);
    await writeFile(join(folder, 'reviews.csv.saliency.labels.ndjson'), lines.join(''));
    const asked = [
      'report',
      'reviews.csv.saliency.ndjson',
      '--only',
      'shop=North',
      '--report-language',
      'zh',
      '--to',
      'markdown',
    ];
    const { stdout, stderr } = await saliency(asked);
    expect(stderr).toContain('1 review is left out: no row has that text any more.');
    expect(stdout.toString()).toContain('仅限“shop”为 North：120 条文本中的 40 条');
    expect(stdout.toString()).toContain('1 条文本经过人工审核');
    await rm(join(folder, 'reviews.csv.saliency.labels.ndjson'));
  });

  test('what is wrong is said in a line', async () => {
    const said = async (...args: string[]) => {
      const { status, stderr } = await saliency(args);
      return [status, stderr.trim().split('\n').at(-1)];
    };
    expect(await said('report', 'reviews.csv.saliency.ndjson', '--only', 'town=North')).toEqual([
      2,
      expect.stringContaining('no column town'),
    ]);
    expect(await said('report', 'reviews.csv.saliency.ndjson', '--only', 'shop=East')).toEqual([
      2,
      expect.stringContaining('no value East'),
    ]);
    expect(await said('report', 'none.ndjson')).toEqual([2, expect.stringContaining('There is no file none.ndjson')]);
    expect(await said('report', 'reviews.csv')).toEqual([
      1,
      expect.stringContaining('no row that Saliency has written'),
    ]);
    expect(await said('annotate', 'reviews.csv', '--to', 'report', '--resume', 'x.html')).toEqual([
      2,
      expect.stringContaining('saliency report'),
    ]);
    await expect(readFile(join(folder, 'x.html.partial'))).rejects.toThrow();
  });
});
