import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { problems } from '../editor/accessibility';
import { openEmptyOverview, type OverviewLook } from '../panel/open-overview';
import { messagesFor, postAll, sampleRows } from '../panel/overview-sample';
import { browserForTests, PICTURES } from '../panel/page-tests';

const ROWS = 200;
const browser = browserForTests();

/** Texts of rows that differ from each other, with the numbers that they have. */
const rows = sampleRows(ROWS).map((row, at) => ('text' in row ? { ...row, text: `${at}: ${row.text}`, words: [], phrases: [] } : row)); // prettier-ignore
const textOf = (number: number): string => (rows[number - 1] as { text: string }).text;

/** The page of a file that has changed since it was reviewed: a row was inserted above, and one was removed. */
async function openChanged(look: OverviewLook) {
  const opened = await openEmptyOverview(browser(), look);
  const kept = [5, 8, 13].map((row) => ({ row: row - 1, text: textOf(row), label: 'positive' }));
  const gone = { row: 40, text: 'A text that somebody deleted from the file.', label: 'negative' };
  const [start, , ...others] = messagesFor(rows, { view: { tab: 'review' } });
  await postAll(opened.page, [start, { type: 'reviews', reviews: [...kept, gone] }, ...others]);
  await opened.page.locator('.so-far').waitFor();
  return opened;
}

describe('reviews of a file that has changed', () => {
  test('each follows its text, the host is told, and what has no row any more is named', async () => {
    const { page, sent } = await openChanged({ width: 1280, theme: 'light', language: 'en' });
    const soFar = page.locator('.so-far');
    await soFar.getByText('The file has changed: 3 of your reviews followed their texts to other rows.').waitFor();
    await soFar.getByText('No row has the text of one of your reviews any more: “A text that somebody deleted from the file.”. It stays in').waitFor(); // prettier-ignore
    expect((await sent()).find(({ type }) => type === 'placed')).toMatchObject({
      places: [{ row: 5 }, { row: 8 }, { row: 13 }, null],
    });
    await page.screenshot({ path: join(PICTURES, 'overview-review-moved.png') });
    expect(await problems(page)).toEqual([]);
    // They are the reviews of these rows, and of no others.
    await page.keyboard.press('Alt+3');
    await page.getByRole('button', { name: 'Add Filter' }).click();
    await page.locator('.items').getByRole('button', { name: 'Review', exact: true }).click();
    await page.getByLabel('reviewed', { exact: true }).check();
    await expect.poll(() => page.locator('#tab-rows .figure-of').textContent()).toBe('3');
    const numbers = async () =>
      (await page.locator('.line .num').allTextContents()).filter((text) => /^\d+$/.test(text));
    await expect.poll(numbers).toEqual(['5', '8', '13']);
  });

  test('in Chinese, narrow and dark', async () => {
    const { page } = await openChanged({ width: 400, theme: 'dark', language: 'zh-Hans' });
    await page.locator('.so-far').getByText('文件已改变：您的 3 条审核已随文本移到其他行。').waitFor();
    await page.screenshot({ path: join(PICTURES, 'overview-review-moved-zh-400.png'), fullPage: true });
    expect(await problems(page)).toEqual([]);
  });
});
