import { once } from 'node:events';
import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { FrameLocator } from 'playwright-core';
import { expect } from 'vitest';
import { ROOT } from '../../scripts/root.mjs';
import type { ProcessMemory } from '../editor/processes';
import { webview } from '../editor/webview';
import { PATIENCE } from '../editor/workbench';
import { asNdjson, madeRows } from '../findings/made-rows';
import { madeReviews } from '../findings/made-reviews';
import { chooseFromMenu } from './choose-from-menu';
import { journey } from './journey';

/**
 * `SALIENCY_LARGE=200000,1000000` opens results of that many rows, in the web and in the Node host, and asks for the
 * figures that are promised for them. Left out: a size that every run of the tests has time for, in the web host.
 */
const [WEB = 12_000, NODE = 0] = (process.env.SALIENCY_LARGE ?? '').split(',').filter(Boolean).map(Number);
const FOLDER = 'out/journeys/large';
const NAME = 'reviews.saliency.ndjson';
/** Rows that differ; the others are these again. */
const DISTINCT = 20_000;
/** Megabytes that the page and the host may have together. */
const MEMORY = 900;
const said = ({ now, most }: ProcessMemory): string => `${now} MB (at most ${most})`;
const count = (rows: number): string => rows.toLocaleString('en');

for (const [host, rows] of [
  ['web', WEB],
  ['node', NODE],
] as const) {
  if (rows === 0) continue;
  const folder = `${FOLDER}/${host}`;
  const options = { host, folder, size: { width: 1440, height: 960 } } as const;
  await write(join(ROOT, folder), rows);
  journey(
    `large ${host} ${rows}`,
    options,
    async ({ page, memory, screenshot }) => {
      const before = await memory();
      await chooseFromMenu(page, NAME, 'Open Overview of Annotated Results…');
      const opened = performance.now();
      const frame = await webview(page);
      const since = () => Math.round(performance.now() - opened);
      await frame
        .locator('.finds, .chart.time')
        .first()
        .waitFor({ timeout: PATIENCE + rows });
      const first = since();
      await frame.locator('h1', { hasText: `${count(rows)} rows, ` }).waitFor({ timeout: PATIENCE + rows });
      await frame.locator('.reading').waitFor({ state: 'detached', timeout: PATIENCE });
      const all = since();
      await expect.poll(() => frame.locator('.view').getAttribute('aria-busy'), { timeout: PATIENCE }).toBe('false');
      await screenshot(`large ${host} findings`);
      expect(await frame.locator('.finds').textContent()).toContain('Grinder G3');

      await frame.locator('#tab-rows').click();
      await frame.getByRole('grid').waitFor({ timeout: PATIENCE });
      const sorted = await timed(frame, { sort: 'product' });
      await expect.poll(() => frame.locator('.line:not(.head-line)').first().textContent()).toContain('Grinder G3');
      const searched = await timed(frame, { search: 'motor' });
      const shown = frame.locator('.chips [role="status"]');
      await expect.poll(() => shown.textContent()).toMatch(/^[\d,]+ of [\d,]+ rows$/);
      const cleared = await timed(frame, { search: '' });
      const perSecond = await scrolled(frame);
      const after = await memory();
      console.log(
        `${count(rows)} rows in the ${host} host: first view ${first} ms, all rows ${all} ms; sort ${sorted} ms, search ${searched} ms, clear ${cleared} ms; ${perSecond} frames/s; ` +
          `memory of the window ${said(before.window)} → ${said(after.window)}, of the host ${said(before.host)} → ${said(after.host)}`,
      );
      await screenshot(`large ${host} rows`);
      expect(after.window.now - before.window.now + after.host.now).toBeLessThan(host === 'node' ? MEMORY : Infinity);
    },
    4 * PATIENCE + 2 * rows,
  );
}

/** Made rows as a file, the same again and again with their numbers. */
async function write(folder: string, rows: number): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const made = madeRows(madeReviews(Math.min(rows, DISTINCT)));
  const file = createWriteStream(join(folder, NAME));
  for (let at = 0; at < rows; at += made.length) {
    const some = made.slice(0, rows - at).map((row, i) => ({ ...row, row: at + i + 1, line: at + i + 2 }));
    if (!file.write(asNdjson(some))) await once(file, 'drain');
  }
  file.end();
  await finished(file);
}

/** What a person does: presses the button of a column, or types into the search. */
type Act = { readonly sort: string } | { readonly search: string };

/** Milliseconds from what a person does to the next frame that shows it. */
const timed = (frame: FrameLocator, act: Act): Promise<number> =>
  frame.locator('body').evaluate(async (body, what) => {
    const wait = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    await wait();
    const start = performance.now();
    if ('sort' in what) {
      const heads = [...body.querySelectorAll<HTMLElement>('.head-line button')];
      heads.find(({ textContent }) => textContent.startsWith(what.sort))!.click();
    } else {
      const field = body.querySelector<HTMLInputElement>('#search')!;
      field.value = what.search;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    }
    await wait();
    return Math.round(performance.now() - start);
  }, act);

/** Frames a second while the table is scrolled. */
const scrolled = (frame: FrameLocator): Promise<number> =>
  frame.locator('.table').evaluate(async (table) => {
    const start = performance.now();
    for (let i = 0; i < 120; i++) {
      table.scrollTop += 90;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return Math.round(120_000 / (performance.now() - start));
  });
