import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { problems } from '../editor/accessibility';
import { figuresOf } from '../panel/figures';
import { openPage, type OpenPage } from '../panel/open-page';
import { browserForTests, PICTURES } from '../panel/page-tests';
import { SAMPLES, type SampleName } from '../panel/samples';
import type { DisplayLanguage } from '../panel/strings-of';
import type { ThemeName } from '../panel/themes';
import { viewOf } from '../panel/view-of';

const ALL = ['words', 'formed', 'checks', 'changes', 'about'];

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
    opened = await openPage(browser(), { width, theme, language, open: ALL, show, figures });
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
    expect(await opened.sent()).toEqual([{ type: 'ready' }, { type: 'explainHere' }, { type: 'openSample' }]);
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
    expect((await opened.sent()).at(-1)).toEqual({ type: 'explainAgain' });
    await page.getByRole('button', { name: 'Show Log' }).click();
    expect((await opened.sent()).at(-1)).toEqual({ type: 'showLog' });
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
      open: ALL,
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
    expect((await opened.sent()).at(-1)).toEqual({ type: 'mark', word: null });
  });

  test('under the pointer of the editor is outlined, and not told back', async () => {
    opened = await openPage(browser(), { width: 880, theme: 'light', language: 'en', show: viewOf(SAMPLES.film) });
    await opened.post({ type: 'point', word: wonderful });
    await expect.poll(() => opened.page.locator('[data-pointed]').count()).toBe(2);
    expect(await opened.sent()).toEqual([{ type: 'ready' }]);
    await opened.post({ type: 'point', word: null });
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
    expect(await focusedLabel(page)).toMatch(/^but: /);
    await page.keyboard.press('Enter');
    const but = SAMPLES.film.words.findIndex(({ text }) => text === 'but');
    expect((await opened.sent()).at(-1)).toEqual({ type: 'reveal', word: but });
    expect(await bars.evaluateAll((all) => all.filter((each) => (each as HTMLElement).tabIndex === 0).length)).toBe(1);
    await page.locator('.strip [tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    expect(await focusedLabel(page)).toMatch(/^drags: /);
    await page.keyboard.press('Enter');
    expect((await opened.sent()).at(-1)).toEqual({ type: 'reveal', word: 8 });
  });
});

describe('charts', () => {
  test.each([720, 760, 880])('of scores and attention have level rows at %i px', async (width) => {
    const show = viewOf(SAMPLES.film);
    opened = await openPage(browser(), { width, theme: 'light', language: 'en', open: ['words'], show });
    const rows = (chart: number) =>
      opened.page
        .locator('#section-words .hits')
        .nth(chart)
        .locator('button')
        .evaluateAll((all) => all.map((each) => Math.round(each.getBoundingClientRect().top)));
    expect(await rows(1)).toEqual(await rows(0));
  });

  test('have their table behind a button, which copies as TSV', async () => {
    opened = await openPage(browser(), {
      width: 880,
      theme: 'light',
      language: 'en',
      open: ALL,
      show: viewOf(SAMPLES.film),
    });
    const { page } = opened;
    const buttons = page.getByRole('button', { name: /^Table: / });
    const charts = await page.locator('.chart').count();
    expect(await buttons.count()).toBe(charts);
    for (let left = charts; left > 0; left--) await buttons.first().click();
    expect(await page.locator('.chart').count()).toBe(0);
    expect(await page.locator('.data table').count()).toBe(charts);
    await page.screenshot({ path: join(PICTURES, 'tables.png'), fullPage: true });
    expect(await problems(page)).toEqual([]);
    await page.getByRole('button', { name: /^Copy table: Why positive/ }).click();
    const copied = (await opened.sent()).at(-1);
    expect(copied?.type === 'copy' && copied.text.split('\n').slice(0, 2)).toEqual([
      'rank\tphrase\tcontribution to positive, points\tlog-odds',
      '1\twonderful\t+36\t+1.72',
    ]);
  });

  test('show 40 of many words, and all on demand, in either order', async () => {
    opened = await openPage(browser(), {
      width: 880,
      theme: 'light',
      language: 'en',
      open: ['words'],
      show: viewOf(SAMPLES.long),
    });
    const { page } = opened;
    const rows = page.locator('#section-words .hits').first().locator('button');
    expect(await rows.count()).toBe(40);
    await page.getByRole('button', { name: 'Show all 300' }).click();
    expect(await rows.count()).toBe(300);
    await page.getByRole('radio', { name: 'Sorted' }).click();
    const strongest = await rows.first().getAttribute('aria-label');
    expect(strongest).toContain('rank 1 of 300');
  });
});

describe('figures beside the explanation', () => {
  const film = viewOf(SAMPLES.film);
  const figures = figuresOf(SAMPLES.film);

  test('are absent until they come, can be asked for and be stopped, and say why they cannot be had', async () => {
    opened = await openPage(browser(), { width: 880, theme: 'light', language: 'en', open: ALL, show: film });
    const { page, post } = opened;
    expect(await page.locator('[data-figure="running"], [data-figure="deletion"], .changes, .matrix').count()).toBe(0);
    await post({ type: 'figures', of: 1, figures: {}, waiting: ['trust', 'trace'], problems: {} });
    await page.getByText('Still being worked out: how reliable this is and the prediction word by word.').waitFor();
    await page.screenshot({ path: join(PICTURES, 'waiting.png'), fullPage: true });
    expect(await problems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Stop here' }).click();
    expect((await opened.sent()).at(-1)).toEqual({ type: 'stop' });
    await post({
      type: 'figures',
      of: 1,
      figures: {},
      waiting: [],
      problems: { trust: 'The part that explains stopped.' },
    });
    await page.getByText('The part that explains stopped.').first().waitFor();
    const asks = [
      ['Check this explanation', 'trust'],
      ['Follow the prediction word by word', 'trace'],
      ['Look for changes', 'counterfactuals'],
      ['Compare the methods', 'agreement'],
    ] as const;
    for (const [name, study] of asks) {
      await page.getByRole('button', { name }).first().click();
      expect((await opened.sent()).at(-1)).toEqual({ type: 'study', study });
    }
    // Of another explanation than the one that is shown: not for this page.
    await post({ type: 'figures', of: 2, figures, waiting: [], problems: {} });
    await post({ type: 'figures', of: 1, figures: { trace: figures.trace }, waiting: [], problems: {} });
    await page.locator('[data-figure="running"] svg').first().waitFor();
    expect(await page.locator('[data-figure="deletion"]').count()).toBe(0);
  });

  test('are of one explanation: those of the last one go', async () => {
    opened = await openPage(browser(), { width: 880, theme: 'light', language: 'en', open: ALL, show: film, figures });
    const { page, post } = opened;
    expect(await page.locator('.trust > .b').textContent()).toBe('Mostly reliable');
    await post({ type: 'show', view: { ...film, stale: true } });
    await page.getByText('The text has changed').waitFor();
    expect(await page.locator('.matrix').count()).toBe(1);
    expect(await page.locator('.changes button:not(:disabled)').count()).toBe(0);
    await post({ type: 'show', view: { ...film, id: 2 } });
    await page.getByText('The text has changed').waitFor({ state: 'detached' });
    expect(await page.locator('.matrix, .changes, [data-figure="running"], [data-figure="history"]').count()).toBe(0);
  });

  test('say what a model cannot offer', async () => {
    const plain = {
      ...figures,
      trace: { ...figures.trace, layers: [] },
      counterfactuals: {
        ...figures.counterfactuals,
        removals: { found: [], proven: true, tried: 12 },
        replacements: { found: [], tried: 0 },
      },
      agreement: { ...figures.agreement, methods: figures.agreement.methods.slice(0, 1), pairs: [], left: [] },
    };
    opened = await openPage(browser(), {
      width: 300,
      theme: 'light',
      language: 'en',
      open: ALL,
      show: film,
      figures: plain,
    });
    for (const sentence of [
      'This model has no LSTM layers, so there are no gates to show.',
      'No removal of words changes the prediction: all 12 were tried.',
      'No other wording that makes sense changes the prediction; 0 were tried.',
      'The model has only one method: there is nothing to compare.',
    ])
      await opened.page.getByText(sentence).waitFor();
    expect(await problems(opened.page)).toEqual([]);
  });

  test('outline the same word in every chart, and are reached by the keyboard', async () => {
    opened = await openPage(browser(), { width: 880, theme: 'light', language: 'en', open: ALL, show: film, figures });
    const { page } = opened;
    const word = SAMPLES.film.words.findIndex(({ text }) => text === 'wonderful');
    for (const id of ['running', 'gates']) {
      const buttons = page.locator(`[data-figure="${id}"] .hits button`);
      expect(await buttons.count()).toBe(SAMPLES.film.words.length);
      await buttons.first().focus();
      for (let at = 0; at < word; at++) await page.keyboard.press('ArrowRight');
      expect(await focusedLabel(page)).toMatch(id === 'running' ? /^wonderful: positive \d+/ : /^wonderful: input /);
      const outlined = page.locator('[data-pointed]');
      // Text, why, words, attention, running, gates, changes (two) and the methods' first words.
      expect(await outlined.count()).toBeGreaterThanOrEqual(9);
      expect(await page.locator('.strip [data-pointed]').innerText()).toContain('wonderful');
      // The outline lies on the words' column, and the box says what this chart shows there.
      const tip = await page.locator('.tip').first().innerText();
      expect(tip).toMatch(id === 'running' ? /positive \d+/ : /input 0\.\d\d/);
    }
    await page.getByRole('radio', { name: 'layer 1, forwards' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('radio', { name: 'layer 1, backwards' }).getAttribute('aria-checked')).toBe('true');
  });

  test('a change is made by its button', async () => {
    opened = await openPage(browser(), {
      width: 560,
      theme: 'dark',
      language: 'en',
      open: ['changes'],
      show: film,
      figures,
    });
    await opened.page.getByRole('button', { name: 'Use in the editor: “wonderful” → “forgettable”' }).click();
    expect((await opened.sent()).at(-1)).toEqual({ type: 'apply', of: 1, list: 'replacements', change: 0 });
    await opened.page.getByRole('button', { name: 'Use in the editor: Remove “wonderful” and “tears”' }).press('Enter');
    expect((await opened.sent()).at(-1)).toEqual({ type: 'apply', of: 1, list: 'removals', change: 0 });
  });
});

describe('sums over parts of the text', () => {
  test('of words selected with the mouse, and with Shift and the arrow keys', async () => {
    opened = await openPage(browser(), { width: 880, theme: 'light', language: 'en', show: viewOf(SAMPLES.film) });
    const { page } = opened;
    const place = async (text: string) => (await page.locator('.strip [data-at]', { hasText: text }).boundingBox())!;
    const [from, to] = [await place('leads'), await place('wonderful')];
    await page.mouse.move(from.x + 1, from.y + from.height - 4);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width - 1, to.y + to.height - 4);
    await page.mouse.up();
    await page.getByText('“leads are wonderful” (3 words): +41 points').waitFor();
    // Who selects does not want to go to a word.
    expect((await opened.sent()).some(({ type }) => type === 'reveal')).toBe(false);
    await page.screenshot({ path: join(PICTURES, 'phrase.png') });
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.evaluate(() => document.getSelection()?.removeAllRanges());
    await page.locator('.strip .h', { hasText: 'moved' }).focus();
    for (let words = 1; words < 4; words++) await page.keyboard.press('Shift+ArrowRight');
    await page.getByText('“moved me to tears” (4 words): +28 points; supporting +28, contradicting 0.').waitFor();
    expect(await page.locator('.strip .in').count()).toBe(4);
    await page.keyboard.press('Escape');
    expect(await page.locator('.strip .in').count()).toBe(0);
  });

  test('of each sentence, which can be shown in the text', async () => {
    const options = { width: 880, theme: 'light', language: 'en', open: ['words'] } as const;
    opened = await openPage(browser(), { ...options, show: viewOf(SAMPLES.neutral) });
    const { page } = opened;
    const first = viewOf(SAMPLES.neutral)
      .marks.slice(0, 8)
      .reduce((sum, { points = 0 }) => sum + points, 0);
    expect(await page.locator('.sums li').count()).toBe(2);
    expect(await page.locator('.sums li .num').first().innerText()).toBe(`+${first.toFixed(0)}`);
    await page.locator('#section-words').screenshot({ path: join(PICTURES, 'sums.png') });
    await page.getByRole('button', { name: /^Show in the text: It arrived/ }).click();
    expect(await page.locator('.strip .in').count()).toBe(8);
  });
});

test('in Chinese nothing is left in English but the model’s own words', async () => {
  const show = viewOf(SAMPLES.kettle);
  const options = { width: 560, theme: 'light', language: 'zh-Hans', open: ALL } as const;
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
      show.model!.architecture,
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
  expect((await opened.sent()).at(-1)).toEqual({ type: 'explainAgain', against: 'neutral' });
  await post({ type: 'show', view: viewOf({ ...SAMPLES.film, against: 'neutral' }, { id: 2 }) });
  await page.getByRole('heading', { name: 'Why positive rather than neutral?' }).waitFor();
  await page.getByText('Explaining: positive 81 % rather than neutral').waitFor();
  await page.screenshot({ path: join(PICTURES, 'rather.png') });
  // What was asked for stays, but for what cannot be.
  await again(page);
  await page.getByRole('combobox', { name: 'Explain for' }).selectOption('neutral');
  await page.getByRole('combobox', { name: 'Method' }).selectOption('attention');
  expect((await opened.sent()).slice(-3)).toEqual([
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
  expect((await opened.sent()).slice(1)).toEqual([
    { type: 'explainAgain', method: 'attention' },
    { type: 'explainAgain' },
  ]);
});

test('after a reload the page shows what it showed: explanation, sections, tables, scroll position', async () => {
  const options = { width: 560, theme: 'light', language: 'en' } as const;
  opened = await openPage(browser(), { ...options, show: viewOf(SAMPLES.film) });
  await opened.page.getByRole('heading', { name: 'All highlights and words', exact: true }).click();
  await opened.page.getByRole('button', { name: 'Table: Why positive?' }).click();
  await opened.page.evaluate(() => window.scrollTo(0, 300));
  expect(await opened.sent()).toContainEqual({ type: 'sections', open: ['words'] });
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

function focusedLabel(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
}
