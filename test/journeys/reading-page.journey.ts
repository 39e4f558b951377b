import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { HostToReading } from '../../src/shared/protocol/host-to-reading';
import type { NotificationOf } from '../../src/shared/rpc/notifications';
import type { ReadingView } from '../../src/shared/protocol/reading-page';
import type { ReadingPageMessage } from '../../src/shared/protocol/reading-to-host';
import { problems } from '../editor/accessibility';
import { openBuiltPage } from '../panel/open-page';
import { browserForTests, PICTURES } from '../panel/page-tests';
import { readingSample } from '../panel/reading-sample';
import { readingStringsOf, type DisplayLanguage } from '../panel/strings-of';
import type { ThemeName } from '../panel/themes';

type Opened = Awaited<ReturnType<typeof openBuiltPage<ReadingPageMessage, NotificationOf<HostToReading>>>>;

const browser = browserForTests();
let opened: Opened;

async function open(width: number, theme: ThemeName, language: DisplayLanguage, view: ReadingView): Promise<Page> {
  const strings = readingStringsOf(language);
  const initial = JSON.stringify({ language, strings });
  opened = await openBuiltPage(browser(), 'reading', strings.title, initial, { width, theme, language });
  await opened.post({ type: 'show', view });
  await opened.page.locator('h1').waitFor();
  return opened.page;
}

const messages = async () => (await opened.sent()).filter(({ type }) => type !== 'ready');

const CASES: readonly (readonly [width: number, theme: ThemeName, language: DisplayLanguage])[] = [
  [900, 'light', 'en'],
  [900, 'dark', 'zh-Hans'],
  [900, 'hc', 'en'],
  [480, 'dark', 'en'],
  [480, 'hcLight', 'zh-Hans'],
  [300, 'hc', 'en'],
  [300, 'light', 'zh-Hans'],
];

describe('how a file is read', () => {
  test.each(CASES)('at %i px, %s, %s: readable, inside its page, without errors', async (width, theme, language) => {
    const page = await open(width, theme, language, readingSample(language === 'en' ? 'en' : 'zh'));
    await page.screenshot({ path: join(PICTURES, `reading-${width}-${theme}-${language}.png`), fullPage: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await problems(page)).toEqual([]);
    expect(opened.errors).toEqual([]);
  });

  test('each thing is changed in one step, and the host is told which', async () => {
    const page = await open(900, 'light', 'en', readingSample('en'));
    await page.getByLabel('Encoding').selectOption('gb18030');
    await page.getByLabel('Separator').selectOption(';');
    await page.getByLabel('Header').selectOption('none');
    await page.getByLabel('Language').selectOption('zh');
    await page.getByLabel('Use of “product”').selectOption('text');
    await page.getByRole('radiogroup', { name: 'What “3” means' }).getByRole('radio', { name: 'leave out' }).click();
    await page.getByLabel('Also write').selectOption('csv');
    await page.getByLabel('For each row').selectOption('prediction');
    expect(await messages()).toEqual([
      { type: 'encoding', name: 'gb18030' },
      { type: 'delimiter', sign: ';' },
      { type: 'header', there: false },
      { type: 'language', language: 'zh' },
      { type: 'use', column: 'product', use: 'text' },
      { type: 'meaning', value: '3', meaning: 'out' },
      { type: 'also', also: 'csv' },
      { type: 'depth', depth: 'prediction' },
    ]);
  });

  test('by keys: columns by arrows, their use by a letter, Enter starts, Escape ends', async () => {
    const page = await open(900, 'light', 'en', readingSample('en'));
    await page.getByLabel('Use of “posted”').focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Use of “product”');
    await page.keyboard.press('l');
    await page.locator('h1').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    expect(await messages()).toEqual([{ type: 'use', column: 'product', use: 'label' }, { type: 'start' }, { type: 'cancelReading' }]); // prettier-ignore
  });

  test('what is not understood is said, and a category is offered as one', async () => {
    const values = Array.from({ length: 31 }, (_, i) => ({ value: `shop ${i}`, rows: 3, example: 'Nice.' }));
    const sample = readingSample('en');
    const page = await open(900, 'light', 'en', {
      ...sample,
      labels: { column: 'shop', scale: '', values, unknown: 93 },
    });
    await page.getByText('93 rows have labels that are not understood').waitFor();
    expect(await page.getByRole('radiogroup').count()).toBe(12);
    await page.getByRole('button', { name: 'Show all 31' }).click();
    expect(await page.getByRole('radiogroup').count()).toBe(31);
    await page.getByRole('button', { name: 'Use as Group' }).click();
    expect(await messages()).toEqual([{ type: 'use', column: 'shop', use: 'group' }]);
  });

  test('a blank file says so, promises no rows and does not start; of several files others may have texts', async () => {
    const columns = [{ name: '', use: 'text', different: 0, filled: 0, free: false }] as const;
    const blank = { what: 'blank.txt', columns, cells: [], labels: undefined, rows: 2, empty: 2, damage: { rows: 0 } };
    const page = await open(480, 'light', 'en', readingSample('en', blank));
    await page.getByRole('heading', { name: 'There is no text in blank.txt' }).waitFor();
    expect(await page.locator('button.primary').isDisabled()).toBe(true);
    await page.locator('h1').focus();
    await page.keyboard.press('Enter');
    expect(await messages()).toEqual([]);
    await opened.post({ type: 'show', view: readingSample('en', { ...blank, what: '3 files', shown: 'blank.txt' }) });
    await page.getByText('The files themselves are not changed.').waitFor();
    expect(await page.locator('button.primary').isDisabled()).toBe(false);
  });

  test('without a text nothing starts; of one column with semicolons the separator is offered', async () => {
    const columns = [{ name: 'id;words', use: 'none', different: 2, filled: 2, free: false }] as const;
    const view = readingSample('en', { columns, delimiter: '', cells: [['1;Good']], labels: undefined });
    const page = await open(480, 'dark', 'en', view);
    expect(await page.getByRole('button', { name: 'Annotate 20,012 Rows' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Try Semicolon' }).click();
    expect(await messages()).toEqual([{ type: 'delimiter', sign: ';' }]);
  });
});
