import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Explanation } from '../../src/shared/explanation';
import type { Sheet } from '../../src/shared/protocol/sheets';
import { problems } from '../editor/accessibility';
import { figuresOf } from '../panel/figures';
import { openPage, type OpenPage } from '../panel/open-page';
import { browserForTests, PICTURES } from '../panel/page-tests';
import { SAMPLES } from '../panel/samples';
import type { DisplayLanguage } from '../panel/strings-of';
import type { ThemeName } from '../panel/themes';
import { viewOf } from '../panel/view-of';

const FILM = viewOf(SAMPLES.film);
const OTHER = viewOf(shifted(SAMPLES.film), { id: 0 });
const PAIR = { before: viewOf(SAMPLES.film, { id: 0 }), after: OTHER, label: 'positive', beforeTo: viewOf(SAMPLES.film, { id: 0 }), afterTo: OTHER }; // prettier-ignore
const MODELS = ['en', 'en-lstm', 'en-ngram-mlp', 'a-model-of-my-own'].map((name, at) => ({
  ...FILM.model!,
  name,
  measured: at === 3 ? [] : [{ data: 'Large Movie Review Dataset, test half', n: 15048, accuracy: 0.9, macroF1: 0.9 }],
}));
const RECENT = [1, 2, 3].map((n) => ({
  ...{ key: `k${n}`, time: `14:0${n}`, file: 'reply.md', line: n, text: SAMPLES.film.text, label: 'positive' },
  tone: 'positive' as const,
  probability: 0.81,
  pinned: n === 2,
}));

const browser = browserForTests();
let opened: OpenPage;

/** The text with its strongest word the other way round. */
function shifted(explanation: Explanation): Explanation {
  const words = explanation.words.map((word) => (word.text === 'wonderful' ? { ...word, score: -1.2 } : word));
  return {
    ...explanation,
    text: explanation.text,
    words,
    probabilities: { negative: 0.6, neutral: 0.1, positive: 0.3 },
  };
}

type Case = readonly [sheet: Sheet, width: number, theme: ThemeName, language: DisplayLanguage];
const CASES: readonly Case[] = [
  ['whatIf', 480, 'light', 'en'],
  ['whatIf', 300, 'dark', 'zh-Hans'],
  ['whatIf', 900, 'hc', 'en'],
  ['compare', 480, 'dark', 'en'],
  ['compare', 300, 'light', 'zh-Hans'],
  ['compare', 900, 'hcLight', 'en'],
  ['pinned', 480, 'hc', 'zh-Hans'],
  ['pinned', 300, 'light', 'en'],
  ['pinned', 900, 'dark', 'en'],
];

const openSheet = async ([sheet, width, theme, language]: Case) => {
  opened = await openPage(browser(), { width, theme, language, show: FILM, figures: figuresOf(SAMPLES.film) });
  const { page, post } = opened;
  await post({ type: 'recent', recent: RECENT });
  await post({ type: 'sheet', sheet });
  await page.locator('.sheet').waitFor();
  if (sheet === 'whatIf') {
    const edited = `${SAMPLES.film.text} No.`;
    await page.locator('textarea').fill(edited);
    await post({ type: 'whatIf', of: 1, edited, pair: PAIR });
  }
  if (sheet === 'compare') {
    await post({ type: 'models', of: 1, models: MODELS, label: 'positive' });
    for (const [at, { name }] of MODELS.slice(0, 3).entries()) {
      const view = at === 1 ? OTHER : PAIR.before;
      await post({ type: 'compared', of: 1, model: name, reading: { view, to: view } });
    }
    await post({ type: 'compared', of: 1, model: MODELS[3].name, problem: 'It is damaged.' });
  }
  if (sheet === 'pinned') await post({ type: 'pinned', of: 1, pair: PAIR });
  await page.locator('.sheet .text .h').first().waitFor();
};

describe('a sheet', () => {
  test.each(CASES)('%s at %i px, %s, %s: readable, inside its page, without errors', async (...given) => {
    await openSheet(given);
    const { page, errors } = opened;
    await page.screenshot({ path: join(PICTURES, `sheet-${given.join('-')}.png`), fullPage: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(given[1]);
    expect(await problems(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('opens by its key and goes by Escape; the focus returns to what opened it', async () => {
    opened = await openPage(browser(), { width: 480, theme: 'light', language: 'en', show: FILM });
    const { page } = opened;
    const link = page.getByRole('button', { name: 'What If…' });
    await link.press('Enter');
    await page.getByRole('heading', { name: 'What if?' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('‹ Explanation');
    await page.locator('textarea').focus();
    await page.keyboard.press('Escape');
    await page.locator('.sheet').waitFor({ state: 'detached' });
    expect(await link.evaluate((each) => each === document.activeElement)).toBe(true);
    await page.keyboard.press('m');
    await page.getByRole('heading', { name: 'Comparing models' }).waitFor();
    await expect.poll(async () => (await opened.sent()).at(-1)).toEqual({ type: 'compare', of: 1 });
    await page.keyboard.press('Escape');
    await page.keyboard.press('p');
    await expect
      .poll(async () => (await opened.sent()).slice(-2))
      .toEqual([{ type: 'pin' }, { type: 'comparePinned', of: 1 }]);
  });

  test('keys go by highlight, show the table of a chart, and list themselves', async () => {
    opened = await openPage(browser(), { width: 480, theme: 'light', language: 'en', show: FILM });
    const { page } = opened;
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    await page.keyboard.press('j');
    expect(await focused()).toMatch(/^predictable: /);
    await page.keyboard.press('j');
    expect(await focused()).toMatch(/^drags: /);
    await page.keyboard.press('k');
    expect(await focused()).toMatch(/^predictable: /);
    await page.keyboard.press('t');
    await page.locator('[data-figure="strip"] .data table').waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    expect(await problems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});

describe('What If', () => {
  test('asks after a rest, once; applies the whole text; starts over', async () => {
    opened = await openPage(browser(), { width: 480, theme: 'light', language: 'en', show: FILM });
    const { page, post } = opened;
    await post({ type: 'figures', of: 1, figures: figuresOf(SAMPLES.film), waiting: [], problems: {} });
    await post({ type: 'sheet', sheet: 'whatIf' });
    await page.locator('textarea').press('End');
    await page.keyboard.type(' Not.', { delay: 30 });
    const asked = async () => (await opened.sent()).filter(({ type }) => type === 'whatIf');
    await expect.poll(asked).toEqual([{ type: 'whatIf', of: 1, edited: `${SAMPLES.film.text} Not.` }]);
    await page.getByRole('button', { name: 'Start Over' }).click();
    expect(await page.locator('textarea').inputValue()).toBe(SAMPLES.film.text);
    await page.locator('textarea').press('Alt+1');
    const used = SAMPLES.film.text.replace('wonderful', 'forgettable');
    expect(await page.locator('textarea').inputValue()).toBe(used);
    await page.locator('textarea').press('Control+Enter');
    await expect.poll(async () => (await opened.sent()).at(-1)).toEqual({ type: 'applyText', of: 1, text: used });
    await page.locator('.sheet').waitFor({ state: 'detached' });
  });

  test('leaves Ctrl+A to the field: the editor hears it only from outside of one', async () => {
    await openSheet(['whatIf', 480, 'light', 'en']);
    const { page } = opened;
    // Where VS Code listens.
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
      window.addEventListener('keydown', (event) => heard.push(event.key));
    });
    const heard = () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.splice(0));
    await page.locator('textarea').press('ControlOrMeta+a');
    await page.keyboard.type('Fine.');
    expect(await page.locator('textarea').inputValue()).toBe('Fine.');
    expect(await heard()).toEqual([expect.stringMatching(/Control|Meta/), 'F', 'i', 'n', 'e', '.']);
    await page.getByRole('button', { name: 'Start Over' }).press('ControlOrMeta+a');
    expect(await heard()).toContain('a');
  });

  test('has the letters of the field over those with the highlights, line by line', async () => {
    await openSheet(['whatIf', 300, 'light', 'en']);
    const heights = await opened.page.evaluate(() =>
      ['.behind', 'textarea'].map((each) => Math.round(document.querySelector(`.edited ${each}`)!.getBoundingClientRect().height)),
    ); // prettier-ignore
    expect(Math.abs(heights[0] - heights[1])).toBeLessThanOrEqual(2);
  });
});

test('Compare Models counts what models say, and says which accuracy is of the same data', async () => {
  await openSheet(['compare', 480, 'light', 'en']);
  const { page } = opened;
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('All 3 models say positive');
  expect(await page.locator('.model').count()).toBe(4);
  await page.getByText('It is damaged.').waitFor();
  expect(await page.getByText('not measured on the same data').count()).toBe(1);
  await page.getByRole('button', { name: 'Use This Model: en-lstm' }).click();
  await expect.poll(async () => (await opened.sent()).at(-1)).toEqual({ type: 'useModel', model: 'en-lstm' });
});

test('Compare Models gives the figures of each model a column of their own width', async () => {
  for (const width of [480, 900]) {
    await openSheet(['compare', width, 'light', 'zh-Hans']);
    const heads = opened.page.locator('[data-figure="differing"] thead .num');
    const widths = await heads.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().width));
    // The last one was as narrow as its longest word, its heading four lines high.
    expect(Math.max(...widths) / Math.min(...widths)).toBeLessThan(2.5);
  }
});

test('Pinned says what to do next while nothing else is explained', async () => {
  opened = await openPage(browser(), { width: 480, theme: 'light', language: 'en', show: FILM });
  const { page, post } = opened;
  await post({ type: 'recent', recent: RECENT });
  await post({ type: 'sheet', sheet: 'pinned' });
  await post({ type: 'pinned', of: 1, pair: { ...PAIR, after: PAIR.before, afterTo: PAIR.before } });
  const title = page.getByRole('heading', { level: 1, name: /^Pinned: Positive 81/ });
  await title.waitFor();
  await page.getByText('Explain another text', { exact: false }).waitFor();
  expect(await page.locator('.sheet .text').count()).toBe(1);
  expect(await page.getByRole('button', { name: 'Swap' }).count()).toBe(0);
});

test('Pinned can be swapped, unpinned, and another be pinned', async () => {
  await openSheet(['pinned', 900, 'light', 'en']);
  const { page } = opened;
  const title = () => page.getByRole('heading', { level: 1 }).textContent();
  expect((await title())?.replaceAll('\u00a0', ' ')).toBe('The current text: 81 % → 30 % positive');
  await page.getByRole('button', { name: 'Swap' }).press('x');
  expect((await title())?.replaceAll('\u00a0', ' ')).toBe('The pinned text: 30 % → 81 % positive');
  await page.getByRole('button', { name: 'Unpin' }).click();
  await expect.poll(async () => (await opened.sent()).at(-1)).toEqual({ type: 'unpin' });
  await page
    .getByRole('button', { name: /^Pin: / })
    .first()
    .click();
  await expect.poll(async () => (await opened.sent()).at(-1)).toEqual({ type: 'pin', key: 'k1' });
});
