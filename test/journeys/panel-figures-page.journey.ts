import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { problems } from '../editor/accessibility';
import { METHOD_NAMES } from '../../src/shared/methods';
import { figuresOf } from '../panel/figures';
import { openPage, type OpenPage } from '../panel/open-page';
import { ALL_SECTIONS, browserForTests, focusedLabel, PICTURES } from '../panel/page-tests';
import { SAMPLES } from '../panel/samples';
import { viewOf } from '../panel/view-of';

const browser = browserForTests();
let opened: OpenPage;

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
      open: ALL_SECTIONS,
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
    await page.getByRole('button', { name: /^Copy Table: Why positive/ }).click();
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

  test.each([480, 620, 900])('of eleven methods stand side by side at %i px, none cut off', async (width) => {
    const { agreement } = figures;
    const methods = METHOD_NAMES.slice(0, 11).map((method) => ({ ...agreement.methods[0], method }));
    const pairs = methods.flatMap(({ method }, i) =>
      methods.slice(i + 1).map((other) => ({ methods: [method, other.method] as const, tau: -0.09, shared: 1 })),
    );
    const open = ['checks'];
    const shown = { ...figures, agreement: { ...agreement, methods, pairs } };
    opened = await openPage(browser(), { width, theme: 'light', language: 'en', open, show: film, figures: shown });
    const box = opened.page.locator('.scroll:has(> .matrix)');
    await box.locator('tbody tr').nth(10).waitFor();
    await box.screenshot({ path: join(PICTURES, `eleven-methods-${width}.png`) });
    expect(await box.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  });

  test('are absent until they come, can be asked for and be stopped, and say why they cannot be had', async () => {
    opened = await openPage(browser(), { width: 880, theme: 'light', language: 'en', open: ALL_SECTIONS, show: film });
    const { page, post } = opened;
    expect(await page.locator('[data-figure="running"], [data-figure="deletion"], .changes, .matrix').count()).toBe(0);
    await post({ type: 'figures', of: 1, figures: {}, waiting: ['trust', 'trace'], problems: {} });
    await page.getByText('Still being worked out: how reliable this is and the prediction word by word.').waitFor();
    await page.screenshot({ path: join(PICTURES, 'waiting.png'), fullPage: true });
    expect(await problems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Stop Here' }).click();
    await expect.poll(async () => (await opened.sent()).at(-1)).toEqual({ type: 'stop' });
    await post({
      type: 'figures',
      of: 1,
      figures: {},
      waiting: [],
      problems: { trust: 'The part that explains stopped.' },
    });
    await page.getByText('The part that explains stopped.').first().waitFor();
    const asks = [
      ['Check This Explanation', 'trust'],
      ['Follow the Prediction Word by Word', 'trace'],
      ['Look for Changes', 'counterfactuals'],
      ['Compare the Methods', 'agreement'],
    ] as const;
    for (const [name, study] of asks) {
      await page.getByRole('button', { name }).first().click();
      await expect.poll(async () => (await opened.sent()).at(-1)).toEqual({ type: 'study', study });
    }
    // Of another explanation than the one that is shown: not for this page.
    await post({ type: 'figures', of: 2, figures, waiting: [], problems: {} });
    await post({ type: 'figures', of: 1, figures: { trace: figures.trace }, waiting: [], problems: {} });
    await page.locator('[data-figure="running"] svg').first().waitFor();
    expect(await page.locator('[data-figure="deletion"]').count()).toBe(0);
  });

  test('are of one explanation: those of the last one go', async () => {
    opened = await openPage(browser(), {
      width: 880,
      theme: 'light',
      language: 'en',
      open: ALL_SECTIONS,
      show: film,
      figures,
    });
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
      open: ALL_SECTIONS,
      show: film,
      figures: plain,
    });
    for (const sentence of [
      'This model has no LSTM layers, so there are no gates to show.',
      'No removal of words changes the prediction: all 12 were tried.',
      'No other wording that makes sense was found to try.',
      'The model has only one method: there is nothing to compare.',
    ])
      await opened.page.getByText(sentence).waitFor();
    expect(await problems(opened.page)).toEqual([]);
  });

  test('outline the same word in every chart, and are reached by the keyboard', async () => {
    opened = await openPage(browser(), {
      width: 880,
      theme: 'light',
      language: 'en',
      open: ALL_SECTIONS,
      show: film,
      figures,
    });
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
    await expect.poll(async () => (await opened.sent()).at(-1)).toEqual({ type: 'apply', of: 1, change: 0 });
    // What is left without the fewest words is no sentence: it is told, and not offered.
    await opened.page.getByText('Without “wonderful” and “tears” it becomes negative', { exact: false }).waitFor();
    expect(await opened.page.locator('.changes button').count()).toBe(1);
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
    await expect.poll(async () => (await opened.sent()).some(({ type }) => type === 'reveal')).toBe(false);
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
