import { join } from 'node:path';
import { expect, test } from 'vitest';
import { problems } from '../editor/accessibility';
import { documentMessage } from '../panel/document-sample';
import { openPage, type OpenPage } from '../panel/open-page';
import { browserForTests, PICTURES } from '../panel/page-tests';
import { SAMPLES } from '../panel/samples';
import { stringsOf, type DisplayLanguage } from '../panel/strings-of';
import type { ThemeName } from '../panel/themes';
import { viewOf } from '../panel/view-of';

const browser = browserForTests();
let opened: OpenPage;

const CASES: readonly (readonly [number, ThemeName, DisplayLanguage])[] = [
  [480, 'light', 'en'],
  [480, 'dark', 'zh-Hans'],
  [300, 'hc', 'en'],
  [300, 'light', 'zh-Hans'],
  [900, 'hcLight', 'en'],
];

test.each(CASES)(
  'a document at %i px, %s, %s: readable, inside its page, without errors',
  async (width, theme, language) => {
    opened = await openPage(browser(), { width, theme, language });
    const { page, post, errors } = opened;
    await post(documentMessage());
    await page.locator('.arc').waitFor();
    await page.screenshot({ path: join(PICTURES, `document-${width}-${theme}-${language}.png`), fullPage: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await problems(page)).toEqual([]);
    expect(errors).toEqual([]);
    expect(await page.locator('.arc .hit').count()).toBe(13);
  },
);

test.each([
  ['en', 'mixed', 'Mixed', 'Negative 50\u00a0%, positive 43\u00a0%.'],
  ['zh-Hans', 'mixed', '褒贬不一', '负面 50%，正面 43%。'],
  ['en', 'close', 'Negative 50\u00a0%', 'Close to neutral 43\u00a0%.'],
  ['zh-Hans', 'close', '负面 50%', '与中性 43% 接近。'],
] as const)('where two labels are close, both are named: %s, %s', async (language, kind, heading, said) => {
  opened = await openPage(browser(), { width: 300, theme: 'light', language });
  const { page, post } = opened;
  const message = documentMessage();
  const label = kind === 'mixed' ? 'positive' : 'neutral';
  const probabilities = { ...{ negative: 0.5, neutral: 0.07, positive: 0.07 }, [label]: 0.43 };
  await post({ ...message, view: { ...message.view!, label: 'negative', probabilities, rival: { label, kind } } });
  await expect.poll(() => page.locator('h1').innerText()).toBe(heading);
  expect(await page.locator('.course').first().innerText()).toBe(said);
  await page.screenshot({ path: join(PICTURES, `document-${kind}-${language}.png`) });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(300);
  expect(await problems(page)).toEqual([]);
});

test('the switch goes to the document and back; an explanation that is asked for turns to the text', async () => {
  opened = await openPage(browser(), { width: 560, theme: 'light', language: 'en', show: viewOf(SAMPLES.film) });
  const { page, post } = opened;
  const said = stringsOf('en').wholeDocument;
  expect(await page.getByRole('group', { name: said.scope }).count()).toBe(0);
  await post({ ...documentMessage(), asked: false, view: null, cursor: -1 });
  await page.getByRole('button', { name: said.document, exact: true }).click();
  await page.getByText(said.reading).waitFor();
  await expect.poll(async () => (await opened.sent()).at(-1)).toEqual({ type: 'readDocument' });
  await post({ ...documentMessage(), asked: false });
  await page.getByText('Negative', { exact: true }).first().waitFor();
  await page.getByText('Starts positive, turns negative').waitFor();
  await page.getByRole('button', { name: said.paragraph, exact: true }).click();
  await page.locator('.arc').waitFor({ state: 'detached' });
  await post(documentMessage());
  await page.locator('.arc').waitFor();
  await post({ type: 'working' });
  await page.locator('.arc').waitFor({ state: 'detached' });
});

test('the tone arc is gone through by the keyboard, and leads to its sentence; a long document has groups', async () => {
  opened = await openPage(browser(), { width: 560, theme: 'light', language: 'en' });
  const { page, post } = opened;
  await post(documentMessage());
  const arc = page.locator('.arc');
  await arc.focus();
  await page.keyboard.press('ArrowRight');
  await page.getByText('Line 5: At first I blamed').waitFor();
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await opened.sent()).at(-1))
    .toMatchObject({ type: 'goTo', start: documentMessage().view!.bars[4].start });
  await page.getByRole('button', { name: 'Line 12', exact: false }).first().click();
  await expect.poll(async () => (await opened.sent()).at(-1)).toMatchObject({ type: 'goTo' });
  await page.getByRole('button', { name: stringsOf('en').wholeDocument.all }).click();
  await expect.poll(async () => (await opened.sent()).at(-1)).toEqual({ type: 'showOutline' });
  await post(documentMessage(20));
  await page.getByText('A bar is 3 sentences').waitFor();
  expect(await page.locator('.arc .hit').count()).toBeLessThanOrEqual(120);
});
