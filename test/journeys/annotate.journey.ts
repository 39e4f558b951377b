import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { webviewProblems } from '../editor/accessibility';
import { annotateAllRows } from '../editor/annotate-form';
import { webview } from '../editor/webview';
import { wordingOf } from '../editor/wording';
import { PATIENCE } from '../editor/workbench';
import { answerFileDialog } from './file-dialog';
import { chooseFromMenu } from './choose-from-menu';
import { combinations, type Combination } from './combinations';
import { journey } from './journey';

const ROOT = join(import.meta.dirname, '..', '..');
/** What the editor gets a copy of. */
const FOLDER = 'out/journeys/annotate';
const FILES = 50;
const ROWS = 100;

const OPINIONS = [
  ['The plot is thin, but I loved every minute of it', 'positive'],
  ['Slow, loud and overpriced; I left early', 'negative'],
  ['It arrived on Tuesday, in the usual box', 'neutral'],
  ['菜做得很地道，老板热情，下次还来', 'positive'],
  ['等了一个小时，菜是凉的', 'negative'],
] as const;

/** Tables of our own making; the label of one row in ten is wrong. */
function generate(): void {
  const folder = join(ROOT, FOLDER, 'reviews');
  rmSync(join(ROOT, FOLDER), { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (let file = 0; file < FILES; file++) {
    const rows = Array.from({ length: ROWS }, (_, i) => {
      const [text, label] = OPINIONS[(file + i) % OPINIONS.length];
      return `${i},"${text} (${file}, ${i}).",${i % 10 ? label : 'positive'},${i % 2 ? 'shop' : 'film'}`;
    });
    const name = `${String(file).padStart(2, '0')}.csv`;
    writeFileSync(join(folder, name), ['id,review,label,category', ...rows, ''].join('\n'));
  }
}

const COMBINATIONS: readonly Combination[] = [
  { host: 'node', theme: 'dark', language: 'en' },
  { host: 'web', theme: 'light', language: 'zh-cn' },
];

for (const options of combinations(COMBINATIONS)) {
  generate();
  const { host, language } = options;
  const name = `annotate ${Object.values(options).join(' ')}`;
  journey(name, { ...options, folder: FOLDER }, async ({ page, folder, workbench, screenshot, text: editor }) => {
    const { text } = wordingOf(language);
    await chooseFromMenu(page, 'reviews', language === 'en' ? 'Annotate Sentiment…' : '标注情感…');
    await annotateAllRows(page, wordingOf(language), () => screenshot(`${name} form`));

    // Stopped, then gone on with.
    const progress = await notified(page, 'reviews.saliency.ndjson');
    await progress.filter({ hasText: /ndjson: \d/ }).waitFor({ timeout: PATIENCE });
    await screenshot(`${name} progress`);
    await progress.getByRole('button', { name: 'Cancel' }).click({ timeout: PATIENCE });
    const resume = (await notified(page, text('Resume'))).getByRole('button', { name: text('Resume') });
    expect((await readdir(folder)).some((each) => each.startsWith('reviews.saliency.ndjson.partial'))).toBe(true);
    await resume.click();

    // The overview grew while the run went on; it is whole now.
    const frame = await webview(page);
    await frame.locator('h1', { hasText: '5,000' }).waitFor({ timeout: 4 * PATIENCE });
    await frame.locator('.reading').waitFor({ state: 'detached', timeout: PATIENCE });
    const rows = (await readFile(join(folder, 'reviews.saliency.ndjson'), 'utf8')).trimEnd().split('\n');
    expect(rows.map((row) => (JSON.parse(row) as { row: number }).row)).toEqual(rows.map((_, i) => i + 1));
    expect(rows).toHaveLength(FILES * ROWS);
    await screenshot(`${name} overview`);

    // Three rows are reviewed by key.
    await frame.locator('#tab-review').click();
    await frame.locator('.review-row .choices').waitFor({ timeout: PATIENCE });
    for (const key of ['1', '2', 'Enter']) await page.keyboard.press(key);
    const said3 = text('{0} of {1} reviewed').replace('{0}', '3').replace('{1}', '24');
    await frame.getByText(said3).first().waitFor({ timeout: PATIENCE });
    await screenshot(`${name} reviewed`);
    const labels = join(folder, 'reviews.saliency.labels.ndjson');
    const written = async () => existsSync(labels) ? (await readFile(labels, 'utf8')).trimEnd().split('\n').map((line) => JSON.parse(line) as { text: string; label: string; order: string }) : []; // prettier-ignore
    await expect.poll(async () => (await written()).length, { timeout: PATIENCE }).toBe(3);
    const reviewed = await written();
    expect(reviewed.map(({ label }) => label)).toEqual(expect.arrayContaining(['positive', 'neutral']));
    expect(reviewed.every((row) => row.text.length > 10 && row.order === 'priority')).toBe(true);

    // As training rows, where the editor suggests it.
    await frame.getByRole('button', { name: text('More'), exact: true }).click();
    await frame.getByRole('menuitem', { name: text('Export Reviewed Rows…') }).click();
    await answerFileDialog(page, /reviews\.training\.ndjson$/);
    const training = join(folder, 'reviews.training.ndjson');
    // There is a moment in which the file is there and empty.
    const exported = async () => (await readFile(training, 'utf8')).trimEnd().split('\n').map((line) => JSON.parse(line) as object); // prettier-ignore
    await expect.poll(exported, { timeout: PATIENCE }).toEqual(reviewed.map(({ text: said, label }) => ({ text: said, label }))); // prettier-ignore

    expect(await webviewProblems(frame)).toEqual([]);

    await frame.locator('#tab-rows').click();
    await frame.getByRole('grid').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('o');
    await page.locator('.tab.active', { hasText: /\d\d\.csv/ }).waitFor({ timeout: PATIENCE });
    await editor.waitForDecorations();
    await screenshot(`${name} row`);
    // What was set up on the page stands beside the results.
    await expect.poll(() => existsSync(join(folder, 'reviews.saliency.view.json')), { timeout: PATIENCE }).toBe(true);
    expect(['node', 'web']).toContain(host);
    await workbench.statusBar();
  });
}

/** The notification with this text: in a window that is not looked at, the editor keeps them behind its bell. */
async function notified(page: Page, text: string): Promise<Locator> {
  const item = page.locator('.notification-list-item', { hasText: text }).first();
  const bell = page.locator('.part.statusbar [id="status.notifications"]');
  const end = Date.now() + PATIENCE;
  while (!(await item.isVisible()) && Date.now() < end) {
    await bell.locator('.codicon-bell-dot').waitFor({ timeout: PATIENCE });
    await bell.click();
    await item.waitFor({ timeout: 2_000 }).catch(() => undefined);
  }
  return item;
}
