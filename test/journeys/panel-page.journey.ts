import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { problems } from '../editor/accessibility';
import { figuresOf } from '../panel/figures';
import { openPage, type OpenPage } from '../panel/open-page';
import { ALL_SECTIONS, browserForTests, focusedLabel, PICTURES } from '../panel/page-tests';
import { SAMPLES, type SampleName } from '../panel/samples';
import { stringsOf, type DisplayLanguage } from '../panel/strings-of';
import type { ThemeName } from '../panel/themes';
import { viewOf } from '../panel/view-of';

const browser = browserForTests();
let opened: OpenPage;

type Case = readonly [name: SampleName, width: number, theme: ThemeName, language: DisplayLanguage];

const CASES: readonly Case[] = [
  ['film', 880, 'light', 'en'],
  ['film', 300, 'dark', 'en'],
  ['film', 560, 'hcLight', 'en'],
  ['kettle', 880, 'dark', 'zh-Hans'],
  ['kettle', 300, 'light', 'zh-Hans'],
  ['five', 880, 'hc', 'en'],
  ['five', 300, 'hc', 'zh-Hans'],
  ['long', 880, 'light', 'en'],
  ['longDistance', 300, 'light', 'en'],
  ['one', 880, 'light', 'zh-Hans'],
  ['neutral', 880, 'dark', 'en'],
  ['neutral', 300, 'light', 'en'],
  ['flat', 880, 'light', 'en'],
];

describe('an explanation', () => {
  test.each(CASES)('%s at %i px, %s, %s: readable, inside its page, without errors', async (...given) => {
    const [name, width, theme, language] = given;
    const [show, figures] = [viewOf(SAMPLES[name]), figuresOf(SAMPLES[name])];
    opened = await openPage(browser(), { width, theme, language, open: ALL_SECTIONS, show, figures });
    const { page, errors } = opened;
    await page.screenshot({ path: join(PICTURES, `${given.join('-')}.png`), fullPage: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await problems(page)).toEqual([]);
    expect(errors).toEqual([]);
  });
});

describe('states', () => {
  test('nothing explained yet: how to start, in two actions', async () => {
    opened = await openPage(browser(), { width: 560, theme: 'light', language: 'zh-Hans' });
    const { page } = opened;
    await page.screenshot({ path: join(PICTURES, 'empty.png') });
    expect(await problems(page)).toEqual([]);
    await page.getByRole('button', { name: '解释当前段落' }).click();
    await page.getByRole('button', { name: '打开示例' }).click();
    await expect
      .poll(() => opened.sent())
      .toEqual([{ type: 'ready' }, { type: 'explainHere' }, { type: 'openSample' }]);
  });

  test('working, failed, stale: what there was stays', async () => {
    const show = viewOf(SAMPLES.film, { stale: true });
    opened = await openPage(browser(), { width: 560, theme: 'dark', language: 'en', show });
    const { page, post } = opened;
    await page.getByText('describe the version of 14:02').waitFor();
    await page.screenshot({ path: join(PICTURES, 'stale.png') });
    expect(await problems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Keep Old Charts' }).click();
    await page.getByText('The text has changed').waitFor({ state: 'detached' });
    await post({ type: 'working' });
    await page.getByRole('status').filter({ hasText: 'Explaining…' }).waitFor();
    expect(await page.locator('.old').evaluate((old) => getComputedStyle(old).opacity)).toBe('0.6');
    await post({ type: 'idle', problem: 'The model file is damaged: 1.9 MB read, 2.1 MB expected.' });
    await page.getByRole('alert').waitFor();
    await page.screenshot({ path: join(PICTURES, 'failed.png') });
    expect(await problems(page)).toEqual([]);
    expect(await headline(page)).toBe('Positive 81 %');
    await page.getByRole('button', { name: 'Try Again' }).click();
    await expect.poll(async () => (await opened.sent()).at(-1)).toEqual({ type: 'explainAgain' });
    await page.getByRole('button', { name: 'Show Log' }).click();
    await expect.poll(async () => (await opened.sent()).at(-1)).toEqual({ type: 'showLog' });
    await post({ type: 'clear' });
    await page.getByText('Nothing explained yet').waitFor();
  });
});

describe('a word', () => {
  const wonderful = SAMPLES.film.words.findIndex(({ text }) => text === 'wonderful');

  test('under the pointer is outlined everywhere, shown with its values, told to the editor, and opened by a click', async () => {
    opened = await openPage(browser(), {
      width: 880,
      theme: 'light',
      language: 'en',
      open: ALL_SECTIONS,
      show: viewOf(SAMPLES.film),
    });
    const { page } = opened;
    const all = page.locator(`[data-word~="${wonderful}"]`);
    expect(await all.count()).toBe(4);
    await page.locator('.strip .h', { hasText: 'wonderful' }).hover();
    await expect.poll(() => page.locator('[data-pointed]').count()).toBe(4);
    const tip = await page.locator('.tip').innerText();
    expect(tip).toContain('▲ supports positive');
    expect(tip.replaceAll('\u00a0', ' ')).toContain('contribution +36 points (log-odds +1.72)');
    expect(tip).toMatch(/rank 1 of \d+/);
    await page.screenshot({ path: join(PICTURES, 'pointed.png') });
    await page.locator('.strip .h', { hasText: 'wonderful' }).click();
    const sent = await opened.sent();
    expect(sent).toContainEqual({ type: 'mark', word: wonderful });
    expect(sent).toContainEqual({ type: 'reveal', word: wonderful });
    await page.getByRole('heading', { level: 1 }).hover();
    await expect.poll(() => page.locator('[data-pointed]').count()).toBe(0);
    await expect.poll(async () => (await opened.sent()).at(-1)).toEqual({ type: 'mark', word: null });
  });

  test('under the pointer of the editor is outlined, and not told back', async () => {
    opened = await openPage(browser(), { width: 880, theme: 'light', language: 'en', show: viewOf(SAMPLES.film) });
    await opened.post({ type: 'point', word: wonderful });
    await expect.poll(() => opened.page.locator('[data-pointed]').count()).toBe(2);
    await expect.poll(() => opened.sent()).toEqual([{ type: 'ready' }]);
    await opened.post({ type: 'point', word: null });
    await expect.poll(() => opened.page.locator('[data-pointed]').count()).toBe(0);
    // The editor does not tell that the pointer left it; on the page the pointer is seen.
    await opened.post({ type: 'point', word: wonderful });
    await expect.poll(() => opened.page.locator('[data-pointed]').count()).toBe(2);
    await opened.page.getByRole('heading', { level: 1 }).hover();
    await expect.poll(() => opened.page.locator('[data-pointed]').count()).toBe(0);
  });

  test('is reached by the keyboard: one tab stop a chart, arrows inside, Enter opens', async () => {
    opened = await openPage(browser(), { width: 300, theme: 'dark', language: 'en', show: viewOf(SAMPLES.film) });
    const { page } = opened;
    const bars = page.locator('.hits').first().locator('button');
    await bars.first().focus();
    await page.keyboard.press('ArrowDown');
    expect(await focusedLabel(page)).toMatch(/^drags: ▼ contradicts positive/);
    await page.keyboard.press('End');
    expect(await focusedLabel(page)).toMatch(/^leads: /);
    await page.keyboard.press('Enter');
    const leads = SAMPLES.film.words.findIndex(({ text }) => text === 'leads');
    await expect.poll(async () => (await opened.sent()).at(-1)).toEqual({ type: 'reveal', word: leads });
    expect(await bars.evaluateAll((all) => all.filter((each) => (each as HTMLElement).tabIndex === 0).length)).toBe(1);
    await page.locator('.strip [tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    expect(await focusedLabel(page)).toMatch(/^drags: /);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await opened.sent()).at(-1)).toEqual({ type: 'reveal', word: 8 });
  });
});

test('in Chinese nothing is left in English but the model’s own words', async () => {
  const show = viewOf(SAMPLES.kettle);
  const options = { width: 560, theme: 'light', language: 'zh-Hans', open: ALL_SECTIONS } as const;
  opened = await openPage(browser(), { ...options, show, figures: figuresOf(SAMPLES.kettle) });
  const read = () =>
    opened.page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: string[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '');
      document.querySelectorAll('[aria-label], [title]').forEach((each) => {
        texts.push(each.getAttribute('aria-label') ?? '', each.getAttribute('title') ?? '');
      });
      return texts;
    });
  const charts = await read();
  for (let left = await opened.page.getByRole('button', { name: /^表格：/ }).count(); left > 0; left--)
    await opened.page
      .getByRole('button', { name: /^表格：/ })
      .first()
      .click();
  const { card } = figuresOf(SAMPLES.kettle);
  const own = [
    ...[
      show.explanation.model,
      stringsOf('zh-Hans').architectures[show.model!.architecture],
      show.place.file,
      ...show.model!.measured.map(({ data }) => data),
    ],
    ...card.trainedOn.flatMap(({ name, filter = '' }) => [name, filter]),
    ...[...card.measured.map(({ data }) => data), ...card.changes, ...card.notFor, ...card.licence],
  ];
  const english = [...charts, ...(await read())]
    .map((text) => own.reduce((left, each) => (each === '' ? left : left.replaceAll(each, '')), text))
    .filter((text) => /[A-Za-z]{2,}/.test(text.replace(/LSTM|LRP|Kendall|Shapley|Shift|MB|logit|F1/g, '')));
  expect(english).toEqual([]);
});

test('the label that is explained, and the one it is compared with, are choices', async () => {
  opened = await openPage(browser(), { width: 880, theme: 'light', language: 'en', show: viewOf(SAMPLES.film) });
  const { page, post } = opened;
  await page.getByRole('button', { name: 'Another Class…' }).click();
  await page.getByRole('combobox', { name: 'Contrast with' }).selectOption('neutral');
  await expect.poll(async () => (await opened.sent()).at(-1)).toEqual({ type: 'explainAgain', against: 'neutral' });
  await post({ type: 'show', view: viewOf({ ...SAMPLES.film, against: 'neutral' }, { id: 2 }) });
  await page.getByRole('heading', { name: 'Why positive rather than neutral?' }).waitFor();
  await page.getByText('Explaining: positive 81 % rather than neutral').waitFor();
  await page.screenshot({ path: join(PICTURES, 'rather.png') });
  // What was asked for stays, but for what cannot be.
  await again(page);
  await page.getByRole('combobox', { name: 'Explain for' }).selectOption('neutral');
  await page.getByRole('combobox', { name: 'Method' }).selectOption('attention');
  await expect
    .poll(async () => (await opened.sent()).slice(-3))
    .toEqual([
      { type: 'explainAgain', target: 'positive', against: 'neutral' },
      { type: 'explainAgain', target: 'neutral' },
      { type: 'explainAgain', method: 'attention', target: 'positive' },
    ]);
});

test('other methods of the model are one choice away', async () => {
  opened = await openPage(browser(), { width: 560, theme: 'light', language: 'en', show: viewOf(SAMPLES.film) });
  const { page } = opened;
  await page.getByRole('combobox', { name: 'Method' }).selectOption('attention');
  await again(page);
  await expect
    .poll(async () => (await opened.sent()).slice(1))
    .toEqual([{ type: 'explainAgain', method: 'attention' }, { type: 'explainAgain' }]);
});

test('after a reload the page shows what it showed: explanation, sections, tables, scroll position', async () => {
  const options = { width: 560, theme: 'light', language: 'en' } as const;
  opened = await openPage(browser(), { ...options, show: viewOf(SAMPLES.film) });
  await opened.page.getByRole('heading', { name: 'All highlights and words', exact: true }).click();
  await opened.page.getByRole('button', { name: 'Table: Why positive?' }).click();
  await opened.page.evaluate(() => window.scrollTo(0, 300));
  await expect.poll(() => opened.sent()).toContainEqual({ type: 'sections', open: ['words'] });
  await expect.poll(async () => (await opened.state()) as object).toMatchObject({ scroll: 300 });
  const state = await opened.state();
  await opened.page.close();

  opened = await openPage(browser(), { ...options, state });
  const { page } = opened;
  expect(await headline(page)).toBe('Positive 81 %');
  expect(await page.locator('#section-words').getAttribute('open')).not.toBeNull();
  expect(await page.locator('.data').count()).toBe(1);
  expect(await page.evaluate(() => window.scrollY)).toBe(300);
});

/** The prediction, with plain spaces. */
async function headline(page: Page): Promise<string | undefined> {
  return (await page.getByRole('heading', { level: 1 }).textContent())?.replaceAll('\u00a0', ' ');
}

/** Explain Again stands in the menu. */
async function again(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Explain Again' }).click();
}
