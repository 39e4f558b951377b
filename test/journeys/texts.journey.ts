import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { ROOT } from '../../scripts/root.mjs';
import { webviewProblems } from '../editor/accessibility';
import { annotateAllRows } from '../editor/annotate-form';
import { webview } from '../editor/webview';
import { wordingOf } from '../editor/wording';
import { PATIENCE } from '../editor/workbench';
import { chooseFromMenu } from './choose-from-menu';
import { combinations, type Combination } from './combinations';
import { journey } from './journey';

const FOLDER = 'out/journeys/texts';
/** The first file by name is blank. */
const FILES = {
  'letters/a.txt': '\n\n',
  'letters/b.txt': 'The room was lovely and the staff were kind.\n\nWe will come back in May.\n',
  'letters/c.txt': '早餐很好吃，服务也热情。\n',
  'notes.md': '# Stay\n\nThe room was lovely. The shower was cold.\n\n- Breakfast was awful\n- The view is great\n',
  'blank.txt': '\n \n',
};
/** Of `notes.md`, by what a row is. */
const ROWS = { line: 3, paragraph: 3, sentence: 4, file: 1 };

rmSync(join(ROOT, FOLDER), { recursive: true, force: true });
mkdirSync(join(ROOT, FOLDER, 'letters'), { recursive: true });
for (const [name, text] of Object.entries(FILES)) writeFileSync(join(ROOT, FOLDER, name), text);

const COMBINATIONS: readonly (Combination & { readonly width: number })[] = [
  { host: 'web', theme: 'dark', language: 'zh-cn', width: 700 },
];

for (const { width, ...options } of combinations(COMBINATIONS)) {
  const { language } = options;
  const name = `texts ${Object.values(options).join(' ')}`;
  const size = { width, height: 900 };
  journey(name, { ...options, folder: FOLDER, size }, async ({ page, folder, screenshot }) => {
    const wording = wordingOf(language);
    const text = (english: string, ...given: readonly (string | number)[]): string =>
      given.reduce<string>((said, value, i) => said.replace(`{${i}}`, String(value)), wording.text(english));
    const choose = async (of: string) => {
      await chooseFromMenu(page, of, language === 'en' ? 'Annotate Sentiment…' : '标注情感…');
      await page.locator('.tab.active', { hasText: text('Annotate {0}', '').trim() }).waitFor({ timeout: PATIENCE });
      return webview(page);
    };

    // A folder: the form shows a file in which there is something.
    let frame = await choose('letters');
    await frame.locator('h1', { hasText: text('{0}, read alike', text('{0} files', 3)) }).waitFor({ timeout: PATIENCE }); // prettier-ignore
    await frame.getByText(text('Shown is {0}, with {1} rows.', 'letters/b.txt', 3)).waitFor();
    await frame.getByText(text('Write {0}. The files themselves are not changed.', 'letters.saliency.ndjson')).waitFor(); // prettier-ignore
    await screenshot(`${name} folder`);
    expect(await webviewProblems(frame)).toEqual([]);
    await frame.getByRole('button', { name: text('Cancel') }).click();

    // A file without any text: nothing is promised, and nothing starts.
    frame = await choose('blank.txt');
    await frame.locator('h2', { hasText: text('There is no text in {0}', 'blank.txt') }).waitFor({ timeout: PATIENCE }); // prettier-ignore
    expect(await frame.locator('button.primary').isDisabled()).toBe(true);
    await screenshot(`${name} blank`);
    await frame.getByRole('button', { name: text('Cancel') }).click();

    // Markdown by line, paragraph, sentence or as a whole: the form says how many rows that makes.
    frame = await choose('notes.md');
    const unit = frame.getByLabel(text('Each row is'));
    for (const [one, rows] of Object.entries(ROWS)) {
      await unit.selectOption(one, { timeout: PATIENCE });
      const heading = rows === 1 ? text('{0}: 1 row', 'notes.md') : text('{0}: {1} rows', 'notes.md', rows);
      await frame.locator('h1', { hasText: heading }).waitFor({ timeout: PATIENCE });
      const button = rows === 1 ? text('Annotate 1 Row') : text('Annotate {0} Rows', rows);
      expect(await frame.locator('button.primary').textContent()).toBe(button);
      await screenshot(`${name} ${one}`);
    }
    await unit.selectOption('sentence');
    await frame.locator('h1', { hasText: text('{0}: {1} rows', 'notes.md', ROWS.sentence) }).waitFor();
    await annotateAllRows(page, wording);
    await page.locator('.tab.active', { hasText: 'notes.saliency.ndjson' }).waitFor({ timeout: PATIENCE });
    frame = await webview(page);
    await frame.locator('h1', { hasText: String(ROWS.sentence) }).waitFor({ timeout: PATIENCE });
    await frame.locator('.reading').waitFor({ state: 'detached', timeout: PATIENCE });
    const rows = readFileSync(join(folder, 'notes.saliency.ndjson'), 'utf8').trimEnd().split('\n');
    expect(rows.map((row) => (JSON.parse(row) as { text: string }).text)).toEqual([
      'The room was lovely.',
      'The shower was cold.',
      'Breakfast was awful',
      'The view is great',
    ]);
  });
}
