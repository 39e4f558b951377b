import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { OverviewHostMessage, OverviewPageMessage, OverviewView } from '../../src/shared/protocol/overview';
import { launchBrowser } from '../editor/browser';
import { openBuiltPage } from '../panel/open-page';
import { bareOverviewSample, overviewSample } from '../panel/overview-sample';
import { overviewStringsOf, type DisplayLanguage } from '../panel/strings-of';
import type { ThemeName } from '../panel/themes';

const PICTURES = join(import.meta.dirname, '..', '..', 'out', 'panel');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

type Opened = Awaited<ReturnType<typeof openBuiltPage<OverviewPageMessage, OverviewHostMessage>>>;

let browser: Browser;
let opened: Opened;
beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  browser = await launchBrowser();
});
afterEach(() => opened.page.close());
afterAll(() => browser.close());

async function open(width: number, theme: ThemeName, language: DisplayLanguage, view: OverviewView): Promise<Page> {
  const strings = overviewStringsOf(language);
  const initial = JSON.stringify({ language, strings });
  opened = await openBuiltPage(browser, 'overview', strings.title, initial, { width, theme, language });
  await opened.post({ type: 'show', view });
  await opened.page.locator('h1.verdict').waitFor();
  return opened.page;
}

const CASES: readonly (readonly [width: number, theme: ThemeName, language: DisplayLanguage, data: 'en' | 'zh'])[] = [
  [880, 'light', 'en', 'en'],
  [880, 'dark', 'zh-Hans', 'zh'],
  [560, 'hcLight', 'en', 'zh'],
  [300, 'dark', 'en', 'en'],
  [300, 'hc', 'zh-Hans', 'zh'],
];

describe('an overview', () => {
  test.each(CASES)('at %i px, %s, %s, %s: readable, inside its page, without errors', async (...given) => {
    const [width, theme, language, data] = given;
    const decisions = [{ row: overviewSample(data, 700).overview.review[1].row, label: 'neutral' }];
    const page = await open(width, theme, language, overviewSample(data, 700, { decisions }));
    await page.screenshot({ path: join(PICTURES, `overview-${given.join('-')}.png`), fullPage: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await problems(page)).toEqual([]);
    expect(opened.errors).toEqual([]);
  });

  test('of verdicts alone, without labels, of a run that was stopped', async () => {
    const page = await open(880, 'light', 'en', bareOverviewSample());
    await page.screenshot({ path: join(PICTURES, 'overview-bare.png'), fullPage: true });
    expect(await problems(page)).toEqual([]);
    expect(await page.locator('#section-words, #section-agreement, #section-groups').count()).toBe(0);
    await page.getByText('The run was stopped').waitFor();
  });

  test('says what is wrong, and keeps what it shows', async () => {
    const page = await open(560, 'light', 'en', overviewSample('en', 50));
    await opened.post({ type: 'idle', problem: 'The disk is full.' });
    await page.getByRole('alert').waitFor();
    expect(await problems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Show Log' }).click();
    expect((await opened.sent()).at(-1)).toEqual({ type: 'showLog' });
    expect(await page.locator('h1.verdict').count()).toBe(1);
  });
});

test('the figures are those of the rows', async () => {
  const view = overviewSample('en', 700);
  const page = await open(880, 'light', 'en', view);
  const { labels, agreement } = view.overview;
  const most = [...labels].sort((a, b) => b.rows - a.rows)[0];
  const share = Math.round((100 * most.rows) / (700 - view.overview.errors));
  expect(await page.locator('h1').textContent()).toBe(`700 rows, ${share}\u00a0% ${most.label}`.replace('\u00a0', ' '));
  const cells = await page.locator('.matrix .cell span:first-child').allTextContents();
  expect(cells.map((cell) => Number(cell.replace(',', '')))).toEqual(agreement!.matrix.flat());
  for (let left = await page.getByRole('button', { name: /^Table: / }).count(); left > 0; left--) {
    await page
      .getByRole('button', { name: /^Table: / })
      .first()
      .click();
  }
  expect(await problems(page)).toEqual([]);
});

test('least faithful rows: where they were not measured it is said, and measuring is offered', async () => {
  const page = await open(880, 'dark', 'en', overviewSample('en', 100));
  const offer = page.getByRole('button', { name: 'Measure and run again' });
  await offer.scrollIntoViewIfNeeded();
  await page.screenshot({ path: join(PICTURES, 'overview-unmeasured.png') });
  await offer.click();
  expect((await opened.sent()).at(-1)).toEqual({ type: 'measure' });
  const { overview, ...view } = overviewSample('en', 100);
  await opened.post({ type: 'show', view: { ...view, overview: { ...overview, measured: 99 } } });
  await page.getByText('then rows whose words matter no more than others').waitFor();
  expect(await offer.count()).toBe(0);
});

test('rows are worked through by keys: arrows, accept, correct, take back, open', async () => {
  const view = overviewSample('en', 700);
  const page = await open(880, 'light', 'en', view);
  const rows = view.overview.review;
  await page.locator('.reviews li').first().focus();
  await page.keyboard.press('a');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('1');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('u');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  expect((await opened.sent()).slice(1)).toEqual([
    { type: 'decide', row: rows[0].row, label: rows[0].label },
    { type: 'decide', row: rows[1].row, label: 'negative' },
    { type: 'decide', row: rows[2].row, label: null },
    { type: 'openRow', row: rows[11].row },
  ]);
  await opened.post({ type: 'decisions', decisions: [{ row: rows[1].row, label: 'negative' }] });
  await page.getByText('corrected to negative').or(page.getByText('accepted: negative')).waitFor();
  await page.getByRole('button', { name: 'Export decided rows (1)' }).click();
  expect((await opened.sent()).at(-1)).toEqual({ type: 'exportTraining' });
});

test('a cell and a word ask for their rows, which take the place of the list', async () => {
  const view = overviewSample('en', 700);
  const page = await open(880, 'light', 'en', view);
  await page.locator('.matrix .cell').nth(2).click();
  expect((await opened.sent()).at(-1)).toEqual({ type: 'filter', filter: { label: 'positive', given: ['negative'] } });
  await page.locator('.multiples .hit').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const [words] = [...view.overview.words].reverse();
  const filter = { label: 'positive', word: words.for[1].word, side: 'for' } as const;
  expect((await opened.sent()).at(-1)).toEqual({ type: 'filter', filter });
  await opened.post({ type: 'rows', found: { filter, rows: 40, shown: view.overview.review.slice(0, 2) } });
  await page.getByText('40 rows, 2 of them shown.').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('LI');
  await page.getByRole('button', { name: 'Back to the review list' }).click();
  await expect.poll(() => page.locator('.reviews li').count()).toBe(12);
});

/** What axe finds wrong, a line each. */
async function problems(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  );
}
