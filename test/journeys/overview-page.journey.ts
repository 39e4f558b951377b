import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { ResultRow } from '../../src/findings/store/result-row';
import type { OverviewInfo } from '../../src/shared/protocol/overview';
import type { OverviewToHost } from '../../src/shared/protocol/overview-to-host';
import { problems } from '../editor/accessibility';
import { openEmptyOverview, openOverview, type OpenedOverview } from '../panel/open-overview';
import { browserForTests, PICTURES } from '../panel/page-tests';
import { messagesFor, postAll, SAMPLE_INFO, sampleRows } from '../panel/overview-sample';
import type { DisplayLanguage } from '../panel/strings-of';
import type { ThemeName } from '../panel/themes';

const ROWS = 2_000;
const TABS = ['findings', 'accuracy', 'rows', 'review'] as const;

const browser = browserForTests();
let opened: OpenedOverview;

async function open(
  width: number,
  theme: ThemeName,
  language: DisplayLanguage,
  rows: readonly ResultRow[],
  info: Partial<OverviewInfo> = {},
): Promise<Page> {
  opened = await openOverview(browser(), { width, theme, language }, rows, info);
  return opened.page;
}

const sent = async (type: keyof OverviewToHost) => (await opened.sent()).filter((each) => each.type === type);

const CASES: readonly (readonly [width: number, theme: ThemeName, language: DisplayLanguage])[] = [
  [1280, 'light', 'en'],
  [1280, 'hc', 'zh-Hans'],
  [700, 'dark', 'zh-Hans'],
  [480, 'hcLight', 'en'],
  [300, 'light', 'en'],
  [300, 'dark', 'zh-Hans'],
];

describe('an overview', () => {
  test.each([
    ['en', 'models English 2.0, TextCNN (Chinese)'],
    ['zh-Hans', '模型 英文 2.0、TextCNN（中文）'],
  ] as const)('names its models in its head as people do: %s', async (language, said) => {
    const models = [{ name: 'en', version: '2.0' }, { name: 'zh-textcnn' }];
    const page = await open(900, 'light', language, sampleRows(40), { record: { ...SAMPLE_INFO.record!, models } });
    await page.locator('.meta .texts', { hasText: said }).waitFor();
  });

  test.each(CASES)('at %i px, %s, %s: each view readable, inside its page, without errors', async (...given) => {
    const [width] = given;
    const page = await open(...given, sampleRows(ROWS));
    for (const [at, tab] of TABS.entries()) {
      await page.keyboard.press(`Alt+${at + 1}`);
      await page.locator(`#tab-${tab}[aria-selected="true"]`).waitFor();
      await page.screenshot({ path: join(PICTURES, `overview-${tab}-${given.join('-')}.png`), fullPage: true });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await problems(page)).toEqual([]);
    }
    expect(opened.errors).toEqual([]);
  });

  test('finds the drop, the product and the phrases, and opens the rows behind them', async () => {
    const page = await open(1280, 'light', 'en', sampleRows(ROWS));
    const finds = page.locator('.finds li');
    expect(await finds.count()).toBe(3);
    expect(await finds.nth(0).textContent()).toMatch(/^Since (about )?October 2023 /);
    expect(await finds.nth(1).textContent()).toContain('Grinder G3');
    expect(await finds.nth(2).textContent()).toMatch(/“(stopped working|burnt smell|refused a refund)”/);
    await finds.nth(1).getByRole('button').click();
    await page.locator('#tab-rows[aria-selected="true"]').waitFor();
    const chips = await page.locator('.chip .words').allTextContents();
    expect(chips).toEqual(['Oct 2023 – Jun 2024', 'Product: Grinder G3']);
    const cells = await page.locator('.table .line:not(.head-line)').allTextContents();
    expect(cells.length).toBeGreaterThan(8);
    expect(cells.every((cell) => cell.includes('Grinder G3'))).toBe(true);
  });

  test('a filter set anywhere holds everywhere, and goes by key', async () => {
    const page = await open(1280, 'light', 'en', sampleRows(ROWS));
    const count = page.locator('.chips [role="status"]');
    await page.keyboard.press('/');
    await page.keyboard.type('motor');
    await expect.poll(() => count.textContent()).toMatch(/^\d{2,3} of 2,000 rows$/);
    const found = await count.textContent();
    await page.locator('body').click({ position: { x: 5, y: 5 } });
    await page.keyboard.press('Alt+2');
    const cell = page.locator('.matrix .cell').nth(0);
    const rows = await cell.locator('.rows').textContent();
    await cell.click();
    await expect.poll(() => count.textContent()).toBe(`${rows} of 2,000 rows`);
    await page.keyboard.press('Alt+3');
    await expect.poll(() => page.locator('#tab-rows .figure-of').textContent()).toBe(rows);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Backspace');
    await expect.poll(() => count.textContent()).toBe(found);
    await page.locator('.chip').click();
    await expect.poll(() => count.textContent()).toBe('2,000 rows');
    expect((await sent('view')).at(-1)).toMatchObject({ view: { filter: [] } });
  });

  test('a period is chosen by key on the chart, and by dragging', async () => {
    const page = await open(1280, 'light', 'en', sampleRows(ROWS));
    const chart = page.locator('.chart.time');
    await chart.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Shift+ArrowLeft');
    await page.getByText('selected: 3 months').waitFor();
    expect(await page.locator('.chip .words').allTextContents()).toEqual(['Apr 2024 – Jun 2024']);
    const box = (await chart.boundingBox())!;
    await page.mouse.move(box.x + 60, box.y + 100);
    await page.mouse.down();
    await page.mouse.move(box.x + 400, box.y + 100, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => page.locator('.chip .words').textContent()).toMatch(/^Jan 2023 – /);
    await expect.poll(() => page.locator('.tbl .reference').count()).toBeGreaterThan(8);
  });

  test('the table is worked by keys: rows, selection, reading pane, file, panel', async () => {
    const page = await open(1280, 'light', 'en', sampleRows(ROWS), { view: { tab: 'rows' } });
    const table = page.getByRole('grid');
    await table.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByText('3 rows selected').waitFor();
    await page.keyboard.press('End');
    await expect.poll(() => page.locator('.line.on').textContent()).toMatch(/^2,000/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Row 2,000' }).waitFor();
    await page.keyboard.press('n');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('note');
    await page.keyboard.type('returned twice');
    await expect
      .poll(async () => (await sent('review')).at(-1))
      .toMatchObject({ said: { row: 2_000, review: { note: 'returned twice' } } });
    await table.focus();
    await page.keyboard.press('o');
    await page.keyboard.press('e');
    await expect
      .poll(async () => (await opened.sent()).slice(-2))
      .toEqual([
        { type: 'openRow', row: 2_000 },
        { type: 'explainRow', row: 2_000 },
      ]);
    await page.getByRole('button', { name: 'Save as File…' }).click();
    await expect.poll(async () => (await opened.sent()).at(-1)).toEqual({ type: 'saveRows', rows: [2, 3, 4] });
    await page.getByRole('columnheader', { name: 'prediction' }).getByRole('button').click();
    const confidence = async () => (await page.locator('.line:not(.head-line) .num:nth-child(7)').allTextContents()).map((text) => Number(/(\d+)\s*%/.exec(text)?.[1])); // prettier-ignore
    await table.focus();
    await page.keyboard.press('Home');
    await expect
      .poll(async () => (await confidence()).toString())
      .toBe((await confidence()).sort((a, b) => a - b).toString());
  });

  test('rows are reviewed by key: the next one follows, undo, reason and note', async () => {
    const page = await open(1280, 'light', 'en', sampleRows(ROWS), { view: { tab: 'review' } });
    const number = () => page.locator('.queue .on .num').textContent();
    const first = await number();
    await page.keyboard.press('1');
    await page.getByText('1 of 24 reviewed').first().waitFor();
    await expect.poll(number).not.toBe(first);
    await page.keyboard.press('Enter');
    await page.getByText('2 of 24 reviewed').first().waitFor();
    await page.keyboard.press('u');
    await page.getByText('1 of 24 reviewed').first().waitFor();
    await page.keyboard.press('w');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('w');
    await page.keyboard.press('n');
    await page.keyboard.type('sarcasm');
    await page.keyboard.press('Escape');
    await page.keyboard.press('3');
    await page.getByText('2 of 24 reviewed').first().waitFor();
    const reviews = (await sent('review')).flatMap((each) =>
      each.type === 'review' && each.said.review ? [each.said.review] : [],
    );
    expect(reviews[0]).toMatchObject({ label: 'positive', order: 'priority' });
    expect(reviews.at(-1)).toMatchObject({ label: 'negative', note: 'sarcasm' });
    expect(reviews.at(-1)!.reason).toHaveLength(1);
    await page.getByRole('button', { name: /^Improve the Model with \d Corrections?…$/ }).click();
    await expect.poll(async () => (await opened.sent()).at(-1)).toEqual({ type: 'improveModel' });
    expect(await problems(page)).toEqual([]);
  });

  test('rows that a training found most informative: the page opens at them, and keeps them', async () => {
    const page = await open(1280, 'dark', 'en', sampleRows(ROWS), { view: { tab: 'rows' } });
    await opened.post({ type: 'next', rows: [77, 5, 119] });
    const number = () => page.locator('.queue .on .num').textContent();
    await expect.poll(number).toBe('77');
    expect(await page.getByRole('radio', { name: 'Most informative' }).isChecked()).toBe(true);
    await page.getByText('the trained model is unsure of it, and it differs much from rows with a label').waitFor();
    await page.screenshot({ path: join(PICTURES, 'overview-review-next.png') });
    await page.keyboard.press('1');
    await expect.poll(number).toBe('5');
    expect((await sent('view')).at(-1)).toMatchObject({ view: { tab: 'review', next: [77, 5, 119] } });
  });

  test('rows drawn at random estimate the true accuracy; those by priority do not', async () => {
    const page = await open(1280, 'light', 'en', sampleRows(ROWS), { view: { tab: 'review' } });
    await page.keyboard.press('Enter');
    await page.getByText('Review about 30 rows at random').waitFor();
    await page.getByRole('radio', { name: 'At random' }).click();
    for (let row = 0; row < 10; row++) await page.keyboard.press('Enter');
    await page.getByText('10 of 30 reviewed').first().waitFor();
    await page.getByText(/^100\s% \(72.?–.?100\) from 10 random rows\./).waitFor();
  });

  test('two annotators: κ with its interval in one sentence, and the rows they differ on; undo brings back a label', async () => {
    const page = await open(1280, 'light', 'en', sampleRows(ROWS), { view: { tab: 'review' } });
    const labels = ['positive', 'neutral', 'negative'] as const;
    const texts = sampleRows(ROWS).map((row) => ('text' in row ? row.text : ''));
    const mine = Array.from({ length: 30 }, (_, at) => ({ row: at + 1, label: labels[at % 3], text: texts[at] }));
    const theirs = mine.map((review, at) => (at % 10 === 0 ? { ...review, label: labels[(at + 1) % 3] } : review));
    const strangers = theirs.map((review) => ({ ...review, text: `${review.text} Or not.` }));
    await postAll(page, [
      { type: 'reviews', reviews: mine },
      { type: 'annotator', name: 'Lee', reviews: strangers },
    ]);
    await page.getByText('None of the 30 texts that Lee reviewed is in these results').waitFor();
    await page.getByRole('button', { name: 'Choose Another File…' }).click();
    expect((await sent('chooseAnnotator')).length).toBe(1);
    // The same texts in a file of another order, with some that are not here.
    const turned = theirs.map((review) => ({ ...review, row: 31 - review.row }));
    await postAll(page, [
      { type: 'annotator', name: 'Kim', reviews: [...turned.slice(3), ...strangers.slice(0, 2).map((one) => ({ ...one, row: one.row + 40 }))] },
    ]); // prettier-ignore
    await page.getByText(/^You and Kim agree on 25 of 27 rows/).waitFor();
    await page.getByText('Left out: 3 labelled by you only; 2 of Kim with a text that is not in these results.').waitFor(); // prettier-ignore
    await page.screenshot({ path: join(PICTURES, 'overview-review-annotators-other.png') });
    await postAll(page, [
      { type: 'reviews', reviews: mine },
      { type: 'annotator', name: 'Kim', reviews: theirs },
    ]);
    await page.getByText(/^You and Kim agree on 27 of 30 rows, Cohen’s κ 0\.85 \(0\.\d\d to 1\.00\)\.\s/).waitFor();
    await page.screenshot({ path: join(PICTURES, 'overview-review-annotators.png') });
    await page.getByRole('button', { name: 'The 3 rows' }).click();
    await expect.poll(() => page.locator('#tab-rows .figure-of').textContent()).toBe('3');
    await page.keyboard.press('Alt+4');
    await page.getByRole('radio', { name: 'At random' }).click();
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.locator('.queue ul').last().getByRole('button').first().click();
    await page.keyboard.press('1');
    await page.keyboard.press('u');
    await expect.poll(async () => (await sent('review')).length).toBe(2);
    const said = (await sent('review')).flatMap((each) => (each.type === 'review' ? [each.said] : []));
    expect(said[1].review?.label).toBe(mine.find(({ row }) => row === said[1].row)?.label);
  });
});

describe('what a file may lack', () => {
  test('no date, no label, no explanation: each section says so and stays', async () => {
    const bare = sampleRows(60).map(({ row, line, ...rest }) => {
      const { text, language, model, label, probabilities, milliseconds, warnings } = rest as unknown as Extract<
        ResultRow,
        { text: string }
      >;
      return { row, line, text, language, model, label, probabilities, milliseconds, warnings };
    });
    const page = await open(700, 'light', 'en', bare, { record: undefined, known: false, partial: true });
    await page.getByText('No date column').waitFor();
    await page.getByText('The run was stopped').waitFor();
    await page.getByText('predictions without explanations').waitFor();
    await page.keyboard.press('Alt+2');
    await page.getByText('No labels to compare with').waitFor();
    await page.getByRole('button', { name: 'Review 30 at Random' }).click();
    await page.getByText('0 of 30 reviewed').first().waitFor();
    expect(await problems(page)).toEqual([]);
  });

  test('a column that looks like dates is offered, and used', async () => {
    const undated = sampleRows(400).map(({ date, cells, ...row }) => ({
      ...row,
      cells: { ...cells, bought: date! },
    })) as ResultRow[];
    const page = await open(700, 'light', 'en', undated);
    await page.getByRole('button', { name: 'Use “bought”' }).click();
    await page.locator('.chart.time').waitFor();
    expect((await sent('view')).at(-1)).toMatchObject({ view: { dates: 'bought' } });
  });

  test('nothing reassures where nothing was read', async () => {
    const page = await open(700, 'light', 'en', [{ row: 1, line: 1, error: 'Line 1: There is no text.' }], {
      view: { tab: 'review' },
    });
    await page.getByText('Nothing was read').waitFor();
    expect(await page.getByText('No rows need review').count()).toBe(0);
  });

  test('while rows come in, the head says how far reading is, and what is there is shown', async () => {
    opened = await openEmptyOverview(browser(), { width: 700, theme: 'light', language: 'en' });
    const messages = messagesFor(sampleRows(1_000), {}, 400);
    await postAll(opened.page, messages.slice(0, 3));
    await opened.page.getByText(/^400 of 1,000 rows read/).waitFor();
    await opened.page.locator('.chart.time').waitFor();
    await postAll(opened.page, messages.slice(3));
    await opened.page.getByText(/^1,000 rows, /).waitFor();
    expect((await sent('more')).length).toBe(3);
  });
});

test('charts leave the page as pictures that need nothing of it', async () => {
  const page = await open(1280, 'light', 'en', sampleRows(ROWS));
  for (const format of ['Chart (SVG)', 'Chart (PNG)']) {
    await page.getByRole('button', { name: 'Share Report…' }).click();
    await page.getByLabel(format).check();
    await page.getByLabel('Where', { exact: true }).check();
    await page.getByRole('button', { name: 'Save…' }).click();
    await expect.poll(async () => (await sent('savePicture')).length).toBeGreaterThan(format.includes('SVG') ? 0 : 1);
  }
  const [svg, png] = (await sent('savePicture')).flatMap((each) => (each.type === 'savePicture' ? [each] : []));
  expect(svg).toMatchObject({ name: 'where', kind: 'svg' });
  expect(svg.data).toMatch(/^<\?xml[^]*Grinder G3[^]*<\/svg>\s*$/);
  expect(svg.data).not.toMatch(/class=|var\(--|Table<|Add a Column|✕/);
  expect(Buffer.from(png.data, 'base64').subarray(1, 4).toString()).toBe('PNG');
  await page.setContent(svg.data);
  await page.screenshot({ path: join(PICTURES, 'overview-where.svg.png') });
});
