import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { ROOT } from '../../scripts/root.mjs';
import { webviewProblems } from '../editor/accessibility';
import { annotateAllRows } from '../editor/annotate-form';
import { webview } from '../editor/webview';
import { wordingOf } from '../editor/wording';
import { PATIENCE } from '../editor/workbench';
import { answerFileDialog } from './file-dialog';
import { chooseFromMenu } from './choose-from-menu';
import { combinations, type Combination } from './combinations';
import { journey } from './journey';

const FOLDER = 'out/journeys/runs';
const OTHER_MODEL = 'en-stacked-lstm';
const NOTE = 'asked again';

const OPEN_OVERVIEW = { en: 'Open Overview of Annotated Results…', 'zh-cn': '打开标注结果概览…' };

const THINGS = ['room', 'shower', 'breakfast', 'wardrobe', 'lift', 'view', 'towel', 'curtain', 'garden', 'kettle'];
const SAID = [
  'The {0} was lovely, thank you.',
  'The {0} is all right, I suppose.',
  'Whoever chose the {0} has never stayed here.',
  'I would not call the {0} clean.',
  'You get the {0} that you pay for.',
  'The {0} broke, and nobody came.',
];
const TEXTS = SAID.flatMap((said) => THINGS.map((thing) => said.replace('{0}', thing)));
const csv = (texts: readonly string[]): string => ['review', ...texts.map((text) => `"${text}"`), ''].join('\n');

interface Row {
  readonly row: number;
  readonly text: string;
  readonly label: string;
  readonly model: string;
  readonly note?: string;
}

const rowsIn = (path: string): Row[] =>
  existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Row)
    : [];

const COMBINATIONS: readonly Combination[] = [{ host: 'node', theme: 'light', language: 'en' }];

for (const options of combinations(COMBINATIONS)) {
  rmSync(join(ROOT, FOLDER), { recursive: true, force: true });
  mkdirSync(join(ROOT, FOLDER), { recursive: true });
  writeFileSync(join(ROOT, FOLDER, 'reviews.csv'), csv(TEXTS));
  mkdirSync(join(ROOT, FOLDER, '.vscode'));
  // The editor notices a change of a file that it has read sooner than a new folder.
  writeFileSync(join(ROOT, FOLDER, '.vscode/settings.json'), '{}');
  const { language } = options;
  const name = `runs ${Object.values(options).join(' ')}`;
  journey(name, { ...options, folder: FOLDER }, async ({ page, folder, screenshot }) => {
    const { text } = wordingOf(language);
    const annotate = language === 'en' ? 'Annotate Sentiment…' : '标注情感…';
    const file = (of: string): string => join(folder, of);
    const kept = file('reviews.saliency.labels.ndjson');

    // A row is corrected, and gets a note.
    await chooseFromMenu(page, 'reviews.csv', annotate);
    await annotateAllRows(page, wordingOf(language));
    let frame = await webview(page);
    const whole = async (rows: number): Promise<void> => {
      await frame.locator('h1', { hasText: String(rows) }).waitFor({ timeout: 2 * PATIENCE });
      await frame.locator('.reading').waitFor({ state: 'detached', timeout: PATIENCE });
    };
    const menu = async (item: string): Promise<void> => {
      await frame.getByRole('button', { name: text('More'), exact: true }).click();
      await frame.getByRole('menuitem', { name: text(item) }).click();
    };
    await whole(TEXTS.length);
    await frame.locator('#tab-review').click();
    await frame.locator('.review-row .choices').waitFor({ timeout: PATIENCE });
    await page.keyboard.press('n');
    await page.keyboard.type(NOTE);
    await page.keyboard.press('Escape');
    await page.keyboard.press('1');
    await expect.poll(() => rowsIn(kept).find(({ label }) => label)?.note, { timeout: PATIENCE }).toBe(NOTE);
    const [said] = rowsIn(kept);

    // Two rows are written above it, and the file is read again: what was said stays with its text.
    writeFileSync(file('reviews.csv'), csv(['First of all, hello.', 'The stairs are steep.', ...TEXTS]));
    await frame.getByRole('button', { name: text('Run Again') }).click();
    await whole(TEXTS.length + 2);
    await expect.poll(() => rowsIn(kept).map(({ row }) => row), { timeout: PATIENCE }).toEqual([said.row + 2]);
    expect(rowsIn(kept)[0]).toMatchObject({ text: said.text, label: said.label, note: NOTE });
    expect(rowsIn(file('reviews.saliency.ndjson'))[said.row + 1].text).toBe(said.text);
    const counted = new RegExp(`^${text('{0} of {1} reviewed').replace('{0}', '1').replace('{1}', '\\d+')}$`);
    await frame.getByText(counted).first().waitFor({ timeout: PATIENCE });
    await screenshot(`${name} again`);

    // Another model reads the same file, beside what the first one found.
    const settings = { 'saliency.model.en': OTHER_MODEL, 'window.title': 'settings are read' };
    writeFileSync(file('.vscode/settings.json'), JSON.stringify(settings));
    // The window has them first, and tells the extension of them before anything else.
    await expect.poll(() => page.title(), { timeout: PATIENCE }).toBe(settings['window.title']);
    await chooseFromMenu(page, 'reviews.csv', annotate);
    await annotateAllRows(page, wordingOf(language), () => screenshot(`${name} form`));
    const both = page.locator('.monaco-dialog-box').getByRole('button', { name: text('Keep Both') });
    await both.waitFor({ timeout: PATIENCE });
    await screenshot(`${name} keep both`);
    await both.click();
    await page.locator('.tab.active', { hasText: 'reviews-2' }).waitFor({ timeout: PATIENCE });
    frame = await webview(page);
    await whole(TEXTS.length + 2);
    const [first, second] = ['reviews', 'reviews-2'].map((of) => rowsIn(file(`${of}.saliency.ndjson`)));
    expect([first[0].model, second[0].model].map((model) => model.split('@')[0])).toEqual(['en', OTHER_MODEL]);
    const moved = second.filter(({ label }, i) => label !== first[i].label).length;
    expect(moved).toBeGreaterThan(0);

    // What moved, and its rows.
    await menu('Compare…');
    await answerFileDialog(page, file('reviews.saliency.ndjson'));
    const part = frame.locator('[data-chart="compare"]');
    await part.locator('.moves').waitFor({ timeout: PATIENCE });
    await part.scrollIntoViewIfNeeded();
    await screenshot(`${name} compared`);
    expect(await part.locator('h3').first().textContent()).toContain(String(moved));
    expect(await part.textContent()).toContain('reviews.saliency.ndjson');
    expect(await part.textContent()).toContain(`en → ${OTHER_MODEL}`);
    expect(await webviewProblems(frame)).toEqual([]);
    await part.locator('.moves li').last().getByRole('button').click();
    await expect.poll(() => frame.locator('#tab-rows .figure-of').textContent()).toBe(String(moved));
    await frame.getByRole('grid').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await screenshot(`${name} moved`);

    // A colleague adds rows on top while the overview is closed: the rows that moved are the same texts when it is opened.
    const movedTexts = new Set(second.filter(({ label }, i) => label !== first[i].label).map(({ text: of }) => of));
    // The filter is written down a little after it was chosen.
    const view = () => JSON.parse(readFileSync(file('reviews-2.saliency.view.json'), 'utf8')) as { filter?: unknown[] };
    await expect.poll(() => view().filter?.length, { timeout: PATIENCE }).toBeGreaterThan(0);
    await page.keyboard.press('Control+w');
    await page.locator('.tab', { hasText: 'reviews-2' }).waitFor({ state: 'detached', timeout: PATIENCE });
    const results = file('reviews-2.saliency.ndjson');
    const more = second.map((row) => ({ ...row, row: row.row + 2 }));
    const top = [1, 2].map((row) => ({ ...second[0], row, text: `Written later, ${row}.`, words: [], phrases: [] }));
    writeFileSync(results, [...top, ...more].map((row) => `${JSON.stringify(row)}\n`).join(''));
    await chooseFromMenu(page, 'reviews-2.saliency.ndjson', OPEN_OVERVIEW[language]);
    await page.locator('.tab.active', { hasText: 'reviews-2' }).waitFor({ timeout: PATIENCE });
    frame = await webview(page);
    await whole(TEXTS.length + 4);
    await expect.poll(() => frame.locator('#tab-rows .figure-of').textContent()).toBe(String(moved));
    const shown = () => frame.getByRole('grid').locator('.text-cell').allTextContents();
    await expect.poll(async () => (await shown()).length, { timeout: PATIENCE }).toBeGreaterThan(0);
    await expect.poll(async () => (await shown()).filter((of) => !movedTexts.has(of)), { timeout: PATIENCE }).toEqual([]); // prettier-ignore
    await screenshot(`${name} opened later`);
  });
}
