import { join } from 'node:path';
import { expect, test } from 'vitest';
import { problems } from '../editor/accessibility';
import { openEmptyOverview } from '../panel/open-overview';
import { browserForTests, PICTURES } from '../panel/page-tests';
import { messagesFor, postAll, SAMPLE_INFO, sampleRows } from '../panel/overview-sample';

const browser = browserForTests();
const WHY = {
  en: 'The disk is full: reviews-2023-24.saliency.ndjson cannot be written. Make room and annotate again.',
  'zh-Hans': '磁盘已满：无法写入 reviews-2023-24.saliency.ndjson。请腾出空间后重新标注。',
};
const SAID = {
  en: ['No results of reviews-2023-24.csv', 'Nothing was written', 'Run Again', 'the run ended before its first row'],
  'zh-Hans': ['没有 reviews-2023-24.csv 的结果', '没有写入任何内容', '重新运行', '运行在第一行之前就结束了'],
};

test.each([
  [1280, 'light', 'en'],
  [700, 'dark', 'zh-Hans'],
  [400, 'hc', 'en'],
  [400, 'light', 'zh-Hans'],
] as const)(
  'a run without rows leaves a page that says why, and no overview: %i px, %s, %s',
  async (width, theme, language) => {
    const opened = await openEmptyOverview(browser(), { width, theme, language });
    const { page } = opened;
    const [head, nothing, again, gone] = SAID[language];
    const facts = { ...SAMPLE_INFO, record: undefined };
    const info = { ...facts, missing: ['reviews-2023-24.csv'] };
    await postAll(page, [
      { type: 'start', info },
      { type: 'idle', problem: WHY[language] },
    ]);
    await page.getByRole('heading', { name: head }).waitFor();
    const state = page.getByRole('alert');
    expect(await state.innerText()).toContain(WHY[language]);
    expect(await state.innerText()).toContain(nothing);
    await page.screenshot({ path: join(PICTURES, `overview-missing-${width}-${theme}-${language}.png`) });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await problems(page)).toEqual([]);
    // Nothing that one has of results.
    expect(await page.locator('[role="tab"], #search, .meta').count()).toBe(0);
    await page.getByRole('button', { name: again }).click();
    expect((await opened.sent()).at(-1)).toEqual({ type: 'runAgain' });

    await postAll(page, [{ type: 'start', info }, { type: 'idle' }]);
    await page.getByText(gone).waitFor();
    expect(await page.getByText(WHY[language]).count()).toBe(0);

    // The next run: an overview like any other.
    await postAll(page, messagesFor(sampleRows(40)));
    await page.locator('#tab-findings').waitFor();
    expect(await page.getByText(gone).count()).toBe(0);
    expect(opened.errors).toEqual([]);
  },
);
