import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { ROOT } from '../../scripts/root.mjs';
import { filesIn } from '../../src/records/bytes/archive';
import { xlsxSheets } from '../../src/records/sheets/xlsx';
import type { ResultRow } from '../../src/findings/store/result-row';
import { webviewProblems } from '../editor/accessibility';
import { wordingOf } from '../editor/wording';
import { annotateAllRows } from '../editor/annotate-form';
import { webview } from '../editor/webview';
import { PATIENCE } from '../editor/workbench';
import { DROP, madeCsv, madeReviews } from '../findings/made-reviews';
import { answerFileDialog } from './file-dialog';
import { chooseFromMenu } from './choose-from-menu';
import { journey } from './journey';

/** `SALIENCY_WORKBENCH_ROWS=20000` walks through the file of the size that people have; it takes minutes. */
const ROWS = Number(process.env.SALIENCY_WORKBENCH_ROWS ?? 2_000);
/** Milliseconds for all rows, on a machine that does other things as well. */
const RUN = PATIENCE + ROWS * 100;
const FOLDER = 'out/journeys/workbench';
const CORRECTED = 5;
/** As the confusion matrix has them: rows are the file's label, columns the prediction. */
const CLASSES = ['negative', 'neutral', 'positive'];

const reviews = madeReviews(ROWS);
const count = (rows: number): string => rows.toLocaleString('en');

rmSync(join(ROOT, FOLDER), { recursive: true, force: true });
mkdirSync(join(ROOT, FOLDER), { recursive: true });
writeFileSync(join(ROOT, FOLDER, 'reviews.csv'), madeCsv(reviews));

const settings = { 'saliency.method': 'default', 'saliency.highlightDensity': 'default' };
const options = { host: 'node', folder: FOLDER, settings, size: { width: 1440, height: 960 } } as const;

journey(
  `workbench ${ROWS}`,
  options,
  async ({ page, folder, screenshot }) => {
    const file = (name: string): string => join(folder, name);
    await chooseFromMenu(page, 'reviews.csv', 'Annotate Sentiment…');
    await annotateAllRows(page, wordingOf('en'));
    const frame = await webview(page);
    await frame.locator('h1', { hasText: `${count(ROWS)} rows, ` }).waitFor({ timeout: RUN });
    await frame.locator('.reading').waitFor({ state: 'detached', timeout: PATIENCE });
    await expect.poll(() => existsSync(file('reviews.saliency.run.json')), { timeout: PATIENCE }).toBe(true);
    await expect.poll(() => frame.locator('.view').getAttribute('aria-busy'), { timeout: PATIENCE }).toBe('false');
    await screenshot('workbench findings');

    // When, where, about what.
    const finds = frame.locator('.finds li');
    await expect.poll(() => finds.count(), { timeout: PATIENCE }).toBe(3);
    expect(await finds.nth(0).textContent()).toMatch(/^Since (about )?October 2023/);
    expect(await finds.nth(1).textContent()).toContain(DROP.product);
    expect(await finds.nth(2).textContent()).toMatch(/“[^”]*(stopped working|burnt smell|refund|不了|没人理)[^”]*”/);

    // Ten rows of it.
    await finds.nth(1).getByRole('button').click();
    await frame.locator('#tab-rows[aria-selected="true"]').waitFor({ timeout: PATIENCE });
    await frame.getByRole('grid').focus();
    await page.keyboard.press('Home');
    const seen = new Set<string>();
    for (let row = 0; row < 10; row++) {
      seen.add((await frame.locator('.line.on').textContent()) ?? '');
      await page.keyboard.press('ArrowDown');
      await expect.poll(async () => seen.has((await frame.locator('.line.on').textContent()) ?? '')).toBe(false);
    }
    expect(seen.size).toBe(10);
    expect([...seen].every((line) => line.includes(DROP.product))).toBe(true);
    await screenshot('workbench rows');

    // Five predictions are corrected, as whoever wrote the text meant it.
    await frame.getByRole('button', { name: 'Clear Filters' }).click();
    await correct(frame, page, resultsIn(file('reviews.saliency.ndjson')));
    await screenshot('workbench review');
    await frame.getByRole('button', { name: 'Clear Filters' }).click();
    const kept = file('reviews.saliency.labels.ndjson');
    await expect.poll(() => correctedIn(kept), { timeout: PATIENCE }).toBe(CORRECTED);

    // Before and after.
    await frame.locator('#tab-findings').click();
    await frame.locator('.chart.time').focus();
    await page.keyboard.press('End');
    for (let month = 0; month < 8; month++) await page.keyboard.press('Shift+ArrowLeft');
    const part = frame.locator('[data-chart="compare"]');
    await part.getByRole('button', { name: 'Compare with the Period Before' }).click({ timeout: PATIENCE });
    await part.getByText(/Compared with Jan 2023 – Sept? 2023/).waitFor({ timeout: PATIENCE });
    expect(await part.textContent()).toMatch(/Share positive \d\d\.\d\s% → \d\d\.\d\s%, −\d+\.\d points \(−\d+\.\d to −\d+\.\d\)/); // prettier-ignore
    await screenshot('workbench compared');
    expect(await webviewProblems(frame)).toEqual([]);
    await frame.getByRole('button', { name: 'Clear Filters' }).click();

    await exportAll(frame, page, file);
    await checkHtml(page, readFileSync(file('reviews.report.html'), 'utf8'));
    const sheets = xlsxSheets(filesIn(readFileSync(file('reviews.report.xlsx'))));
    expect(sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['Summary', 'Rows', 'By column', 'Words']));
    const rows = sheets.find(({ name }) => name === 'Rows')!.rows();
    expect(rows).toHaveLength(ROWS + 1);
    expect(rows[1].cells.join(' ')).toContain(reviews[0].product);
    const csv = readFileSync(file('reviews.report.csv'), 'utf8').trimEnd().split(/\r?\n/);
    expect(csv).toHaveLength(ROWS + 1);
    expect(readFileSync(file('reviews.report.md'), 'utf8')).toMatch(/^# Grinder G3[^]*October 2023/);
    expect(readFileSync(file('reviews.where.svg'), 'utf8')).toMatch(/<svg[^]*Grinder G3/);
    expect(readFileSync(file('reviews.where.png')).subarray(1, 4).toString()).toBe('PNG');
  },
  5 * PATIENCE + 2 * RUN,
);

const resultsIn = (path: string): ResultRow[] =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ResultRow);

const correctedIn = (path: string): number =>
  existsSync(path)
    ? readFileSync(path, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as { label?: string; prediction?: string })
        .filter(({ label, prediction }) => label !== undefined && label !== prediction).length
    : 0;

/** The cell of the matrix that holds most errors; which it is depends on the model. */
function worstCell(rows: readonly ResultRow[]): number {
  const errors = new Array<number>(CLASSES.length ** 2).fill(0);
  rows.forEach((row, i) => {
    if (!('label' in row) || row.label === reviews[i].sentiment) return;
    errors[CLASSES.indexOf(row.givenLabel!) * CLASSES.length + CLASSES.indexOf(row.label)]++;
  });
  const most = Math.max(...errors);
  expect(most).toBeGreaterThanOrEqual(CORRECTED);
  return errors.indexOf(most);
}

/** Where it errs most, the queue is gone through by key until five were wrong. */
async function correct(frame: FrameLocator, page: Page, rows: readonly ResultRow[]): Promise<void> {
  await frame.locator('#tab-accuracy').click();
  await frame.locator('.matrix .cell').nth(worstCell(rows)).click({ timeout: PATIENCE });
  await frame.locator('#tab-review').click();
  await frame.locator('.review-row .choices').waitFor({ timeout: PATIENCE });
  let corrected = 0;
  for (let decided = 1; corrected < CORRECTED; decided++) {
    const number = Number((await frame.locator('.queue .on .num').textContent())?.replaceAll(',', ''));
    const { sentiment } = reviews[number - 1];
    const row = rows[number - 1];
    if ('label' in row && row.label !== sentiment) corrected++;
    await page.keyboard.press(String({ positive: 1, neutral: 2, negative: 3 }[sentiment]));
    await frame
      .getByText(new RegExp(`^${decided} of \\d+ reviewed$`))
      .first()
      .waitFor({ timeout: PATIENCE });
  }
}

/** Each format under the name that the editor suggests. */
async function exportAll(frame: FrameLocator, page: Page, file: (name: string) => string): Promise<void> {
  const formats = [
    ['Report (HTML)', 'reviews.report.html'],
    ['Workbook (XLSX)', 'reviews.report.xlsx'],
    ['Table (CSV)', 'reviews.report.csv'],
    ['Summary (Markdown)', 'reviews.report.md'],
    ['Chart (SVG)', 'reviews.where.svg'],
    ['Chart (PNG)', 'reviews.where.png'],
  ] as const;
  for (const [format, name] of formats) {
    await frame.getByRole('button', { name: 'Share Report…' }).click({ timeout: PATIENCE });
    await frame.getByLabel(format).check();
    if (format.startsWith('Chart')) await frame.getByLabel('Where', { exact: true }).check();
    await frame.getByRole('button', { name: 'Save…' }).click();
    await answerFileDialog(page, new RegExp(`${name}$`));
    await expect.poll(() => existsSync(file(name)), { timeout: RUN, interval: 1_000 }).toBe(true);
  }
}

/** As a reader has it who knows nothing else: its title, ten examples, nothing that runs; and on paper. */
async function checkHtml(page: Page, html: string): Promise<void> {
  const reader = await page.context().browser()!.newPage();
  try {
    await reader.setContent(html);
    expect(await reader.locator('h1').textContent()).toContain(DROP.product);
    expect(await reader.locator('.ex').count()).toBe(10);
    expect(await reader.locator('script, [onclick]').count()).toBe(0);
    const pdf = await reader.pdf({ preferCSSPageSize: true, printBackground: true });
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    expect(pages.length).toBeGreaterThanOrEqual(2);
    expect(pages.length).toBeLessThanOrEqual(5);
  } finally {
    await reader.close();
  }
}
