import { expect, test } from 'vitest';
import type { ResultRow } from '../../src/findings/store/result-row';
import { openOverview } from '../panel/open-overview';
import { sampleRows } from '../panel/overview-sample';
import { browserForTests } from '../panel/page-tests';

const TABS = ['findings', 'accuracy', 'rows', 'review'] as const;

const browser = browserForTests();

test('hostile cells are shown as text, and nothing runs', async () => {
  const evil = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
  const bidi = '\u202Egnirts\u202C =HYPERLINK("http://x")';
  const [first, second, third, ...others] = sampleRows(80);
  const long = 'word '.repeat(20_000);
  const rows = [
    { ...first, text: evil, cells: { ...first.cells, product: evil }, words: [], phrases: [] },
    { ...second, text: bidi, cells: { ...second.cells, product: bidi }, words: [], phrases: [] },
    { ...third, text: long, words: [], phrases: [] },
    ...others.map((row) => ({ ...row, cells: { ...row.cells, [evil]: row.row % 2 ? evil : bidi } })),
  ] as ResultRow[];
  const opened = await openOverview(browser(), { width: 1280, theme: 'light', language: 'en' }, rows);
  const { page } = opened;
  for (const at of [1, 2, 3, 4]) {
    await page.keyboard.press(`Alt+${at}`);
    await page.locator(`#tab-${TABS[at - 1]}[aria-selected="true"]`).waitFor();
    await page.waitForTimeout(100);
  }
  await page.keyboard.press('Alt+3');
  await page.getByRole('grid').focus();
  for (const key of ['ArrowDown', 'Enter', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
  await expect
    .poll(() =>
      page
        .locator('.pane .whole')
        .textContent()
        .then((text) => text?.length),
    )
    .toBe(long.length);
  expect(await page.locator('.table .line', { hasText: '<img src=x' }).count()).toBeGreaterThan(0);
  expect(await page.evaluate(() => (window as { hacked?: number }).hacked)).toBeUndefined();
  expect(await page.locator('#root img, #root script').count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
  expect(opened.errors).toEqual([]);
});
