import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { OverviewToHost } from '../../src/shared/protocol/overview-to-host';
import { problems } from '../editor/accessibility';
import { madeReviews } from '../findings/made-reviews';
import { madeRows } from '../findings/made-rows';
import { openOverview, type OpenedOverview, type OverviewLook } from '../panel/open-overview';
import { otherMessagesFor, postAll, sampleRows } from '../panel/overview-sample';
import { browserForTests, PICTURES } from '../panel/page-tests';

const ROWS = 2_000;
const LOOK: OverviewLook = { width: 1280, theme: 'light', language: 'en' };
/** Another model over the same texts, and another file of other texts. */
const otherRun = () => madeRows(madeReviews(ROWS), 8);
const otherFile = () =>
  madeRows(
    madeReviews(1_200, 21).filter(({ posted }) => posted < '2023-10-01'),
    9,
  );

const browser = browserForTests();
let opened: OpenedOverview;

async function open(look = LOOK): Promise<Page> {
  opened = await openOverview(browser(), look, sampleRows(ROWS));
  return opened.page;
}

const part = (page: Page) => page.locator('[data-chart="compare"]');
const sent = async (type: keyof OverviewToHost) => (await opened.sent()).filter((each) => each.type === type);

/** By key: the last nine months of the chart. */
async function chooseDrop(page: Page): Promise<void> {
  await page.locator('.chart.time').focus();
  await page.keyboard.press('End');
  for (let i = 0; i < 8; i++) await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(() => page.locator('.chip .words').allTextContents()).toEqual(['Oct 2023 – Jun 2024']);
}

describe('comparing', () => {
  test('two periods: what moved, how surely, where, and the rows of both', async () => {
    const page = await open();
    await chooseDrop(page);
    await part(page).getByText('This period and all other rows').waitFor();
    await part(page).getByRole('button', { name: 'Compare with the Period Before' }).click();
    await part(page)
      .getByText(/Compared with Jan 2023 – Sept? 2023/)
      .waitFor();
    // Interval and figure: the share of positive rows fell.
    await expect.poll(() => part(page).textContent()).toMatch(/Share positive 6\d\.\d\s% → 5\d\.\d\s%, −\d+\.\d points \(−\d+\.\d to −\d+\.\d\)/); // prettier-ignore
    const grinder = page.locator('[data-chart="where"] tr', { hasText: 'Grinder G3' });
    expect(await grinder.locator('.reference').count()).toBe(2);
    await page.screenshot({ path: join(PICTURES, 'overview-compare-periods.png'), fullPage: true });
    expect((await sent('view')).at(-1)).toMatchObject({ view: { before: true } });
    await part(page).getByRole('button', { name: /^\d[\d,]* rows$/ }).first().click(); // prettier-ignore
    await page.locator('#tab-rows[aria-selected="true"]').waitFor();
    expect(await page.locator('.chip .words').allTextContents()).toMatchObject([
      expect.stringMatching(/^Jan 2023 – Sept? 2023$/),
    ]);
    expect(await problems(page)).toEqual([]);
  });

  test('two runs over the same texts: which rows moved, from what to what', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Compare…' }).click();
    await expect.poll(async () => (await opened.sent()).at(-1)).toEqual({ type: 'compareWith' });
    await page.keyboard.press('Alt+3');
    await postAll(page, otherMessagesFor(otherRun(), 'reviews-model-2.saliency.ndjson'));
    await page.locator('#tab-findings[aria-selected="true"]').waitFor();
    await part(page).getByText('Compared with reviews-model-2.saliency.ndjson').waitFor();
    const moved = await part(page).locator('h3').textContent();
    const [, changed] = /^(\d+) of the same 2,000 rows have another prediction\.$/.exec(moved ?? '') ?? [];
    expect(Number(changed)).toBeGreaterThan(100);
    await page.screenshot({ path: join(PICTURES, 'overview-compare-runs.png'), fullPage: true });
    const moves = part(page).locator('.moves li');
    const each = (await moves.getByRole('button').allTextContents()).map((text) => Number(/^[\d,]+/.exec(text)?.[0]));
    expect(each.slice(0, -1).reduce((sum, rows) => sum + rows, 0)).toBe(each.at(-1));
    expect(each.at(-1)).toBe(Number(changed));
    await moves.first().getByRole('button').click();
    await expect.poll(() => page.locator('#tab-rows .figure-of').textContent()).toBe(String(each[0]));
    // Each row with what it was and is; also in what is saved of them.
    const first = page.getByRole('grid').locator('[id^="row-"]').first();
    expect(await first.textContent()).toMatch(
      /(positive|negative|neutral) \d+\s% → (positive|negative|neutral) \d+\s%/,
    );
    await page.screenshot({ path: join(PICTURES, 'overview-compare-rows.png') });
    await page.getByRole('grid').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Save as File…' }).click();
    const [{ before, rows }] = (await sent('saveRows')) as unknown as [{ before: { row: number; label: string }[]; rows: number[] }]; // prettier-ignore
    expect(before.map(({ row }) => row)).toEqual(rows);
    expect(await first.locator('.before').textContent()).toContain(before[0].label);
    await page.keyboard.press('Alt+1');
    await part(page).getByRole('button', { name: 'Stop Comparing' }).click();
    await expect.poll(async () => (await opened.sent()).some(({ type }) => type === 'stopComparing')).toBe(true);
    expect(await problems(page)).toEqual([]);
  });

  const looks: readonly OverviewLook[] = [
    { width: 1280, theme: 'dark', language: 'en' },
    { width: 700, theme: 'hc', language: 'zh-Hans' },
    { width: 480, theme: 'light', language: 'zh-Hans' },
    { width: 300, theme: 'light', language: 'en' },
  ];
  test.each(looks)('two files at %o: shares, intervals, where and about what against the other', async (look) => {
    const page = await open(look);
    await postAll(page, otherMessagesFor(otherFile(), 'reviews-2023.saliency.ndjson'));
    await part(page).waitFor();
    expect(await part(page).locator('.compared .reference').count()).toBe(2);
    expect(await page.locator('[data-chart="where"] .reference').count()).toBeGreaterThan(8);
    expect(await page.locator('[data-chart="where"] .sub').textContent()).toContain('reviews-2023.saliency.ndjson');
    expect(await page.locator('[data-chart="words"] .word-list').count()).toBe(1);
    // How frequent an aspect is stands on one line, whatever room there is: no word of it is broken.
    const often = page.locator('[data-chart="about"] .often');
    expect(await often.count()).toBeGreaterThan(0);
    for (const one of await often.all()) expect((await one.boundingBox())!.height).toBeLessThanOrEqual(17);
    await page.screenshot({ path: join(PICTURES, `overview-compare-${Object.values(look).join('-')}.png`), fullPage: true }); // prettier-ignore
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(look.width);
    expect(await problems(page)).toEqual([]);
    expect(opened.errors).toEqual([]);
  });

  test('the other results open by themselves, and the table of what is written about has intervals', async () => {
    const page = await open();
    await postAll(page, otherMessagesFor(otherFile(), 'reviews-2023.saliency.ndjson'));
    await part(page).getByRole('button', { name: 'Open Its Overview' }).click();
    await expect.poll(async () => (await opened.sent()).at(-1)).toEqual({ type: 'openOther' });
    const about = page.locator('[data-chart="about"]');
    await about.getByRole('button', { name: 'Table' }).click();
    const motor = about.locator('tr', { hasText: /^motor/ }).last();
    expect(await motor.textContent()).toMatch(/−\d+\.\d−\d+\.\d to −\d+\.\d1\.\d1\.\d–\d\.\d$/);
  });
});
