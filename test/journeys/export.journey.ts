import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { ROOT } from '../../scripts/root.mjs';
import { problems } from '../editor/accessibility';
import { launchBrowser } from '../editor/browser';
import type { Editor } from '../editor/editor';
import { webview } from '../editor/webview';
import { wordingOf } from '../editor/wording';
import { PATIENCE } from '../editor/workbench';
import { answerFileDialog } from './file-dialog';
import { combinations } from './combinations';
import { journey } from './journey';

const TEXTS = {
  en: { file: 'film-reviews.md', sentence: 'The plot is thin, but I loved every minute of it.', word: 'loved' },
  'zh-cn': { file: 'canting-pingjia.txt', sentence: '菜做得很地道，老板热情，价格也实在，下次还来。', word: '地道' },
};

/** The language that the editor does not have, as the list names it, and how a report in it begins. */
const OTHERS = {
  en: { label: '中文', start: /<html lang="zh-Hans">[^]*<h1>为什么这段文本被预测为正面</ },
  'zh-cn': { label: 'English', start: /<html lang="en">[^]*<h1>Why this text reads as positive</ },
};

for (const { host, theme, language } of combinations([
  { host: 'node', theme: 'light', language: 'en' },
  { host: 'web', theme: 'dark', language: 'zh-cn' },
] as const)) {
  const wording = wordingOf(language);
  const name = `export ${host} ${theme} ${language}`;
  journey(name, { host, theme, language, folder: 'samples' }, async (editor) => {
    const { workbench, text, folder, screenshot } = editor;
    const { file, sentence, word } = TEXTS[language];
    await workbench.openFile(file);
    await text.select(sentence);
    await workbench.runCommand(wording.command('explain'));
    await text.waitForDecorations(2);

    // From the palette: the list of formats, the place, the file.
    await workbench.runCommand(wording.command('export'), { asks: true });
    await screenshot(`${name} formats`);
    await choose(editor, wording.text('Words (CSV)'));
    const csv = await written(editor, 'csv');
    expect(csv.toString()).toContain(`,${word},`);

    // From the panel, as its reader sees it.
    await workbench.runCommand(wording.command('showPanel'));
    const panel = await webview(editor.page);
    await panel.getByRole('button', { name: wording.text('Export…') }).click({ timeout: PATIENCE });
    await choose(editor, wording.text('Charts (SVG)'));
    await choose(editor, wording.text('All charts that are shown'));
    expect((await written(editor, 'svg')).toString()).toContain(`>${word}<`);
    await workbench.runCommand(wording.command('export'), { asks: true });
    await choose(editor, wording.text('Report (HTML)'));
    // For a reader of the other language.
    const { label, start } = OTHERS[language];
    await choose(editor, label);
    const html = await written(editor, 'html');
    expect(html.toString()).toMatch(start);
    await readReport(html.toString(), name);

    // Who thinks better of it gets no file, and no complaint.
    await workbench.runCommand(wording.command('export'), { asks: true });
    await choose(editor, wording.text('Explanation (JSON)'));
    await dialog(editor).waitFor({ timeout: PATIENCE });
    await editor.page.keyboard.press('Escape');
    await dialog(editor).waitFor({ state: 'hidden', timeout: PATIENCE });
    expect((await readdir(folder)).filter((each) => each.endsWith('.json'))).toEqual([]);
  });
}

const dialog = ({ page }: Editor) => page.locator('.quick-input-widget:visible input.input');

/** Chooses an item of the open list by its name. */
const choose = async ({ page }: Editor, label: string) => {
  const item = page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: label }).first();
  await item.click({ timeout: PATIENCE });
};

/** Takes the place that is suggested; resolves with what was written there. */
const written = async (editor: Editor, ending: string): Promise<Buffer> => {
  const path = await answerFileDialog(editor.page, new RegExp(`-L\\d+\\.${ending}$`));
  const file = join(editor.folder, path.slice(path.lastIndexOf('/') + 1));
  await expect.poll(() => existsSync(file), { timeout: PATIENCE }).toBe(true);
  return readFile(file);
};

/** In another browser, as the person sees it who was sent the file. */
const readReport = async (html: string, name: string) => {
  const browser = await launchBrowser();
  try {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ colorScheme, viewport: { width: 1100, height: 900 } });
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.setContent(html);
      await page.screenshot({
        path: join(ROOT, 'out', 'screenshots', `${name} report ${colorScheme}.png`),
        fullPage: true,
      });
      expect(await problems(page)).toEqual([]);
      expect(asked).toEqual([]);
      expect(await page.locator('dl.card').count()).toBeGreaterThan(0);
    }
  } finally {
    await browser.close();
  }
};
