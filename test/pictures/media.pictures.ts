import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'vitest';
import { VSIX } from '../../scripts/package.mjs';
import { ROOT } from '../../scripts/root.mjs';
import { openEditor, type Editor } from '../editor/editor';
import { webview } from '../editor/webview';
import { wordingOf, type Wording } from '../editor/wording';
import { PATIENCE } from '../editor/workbench';

const FOLDER = join(ROOT, 'media', 'walkthrough');

/** Of the window, in pixels: a picture of a walkthrough is seldom shown wider than 600. */
const SIZE = { width: 1240, height: 720 };
/** At the upper left of the editor's part of the window: without bars and title. */
const SMALL = { width: 720, height: 340 };

const TEXTS = {
  en: { file: 'film-reviews.md', sentence: 'The plot is thin, but I loved every minute of it.', word: 'loved' },
  zh: { file: 'canting-pingjia.txt', sentence: '菜做得很地道，老板热情，价格也实在，下次还来。', word: '地道' },
};

/** Pictures of the readme. */
const README = new Map([
  ['en light', 'explained'],
  ['zh dark', 'explained-zh'],
]);

for (const [name, language] of [
  ['en', 'en'],
  ['zh', 'zh-cn'],
] as const)
  for (const theme of ['light', 'dark'] as const)
    test(`${name} ${theme}`, async () => {
      mkdirSync(FOLDER, { recursive: true });
      const settings = { 'editor.lineNumbers': 'off', 'editor.fontSize': 15, 'breadcrumbs.enabled': false };
      const editor = await openEditor({
        host: 'node',
        theme,
        language,
        folder: 'samples',
        settings,
        size: SIZE,
        vsix: VSIX,
      });
      try {
        await walk(editor, TEXTS[name], wordingOf(language), async (picture, size) => {
          const box = await editor.page.locator('.part.editor').boundingBox();
          const clip = { x: box?.x ?? 0, y: box?.y ?? 0, ...size };
          await editor.page.screenshot({ path: join(FOLDER, `${picture}-${name}-${theme}.png`), clip });
        });
        const readme = README.get(`${name} ${theme}`);
        if (readme) await both(editor, TEXTS[name], wordingOf(language), join(ROOT, 'media', `${readme}.png`));
      } finally {
        await editor.close();
      }
    });

type Sample = (typeof TEXTS)['en'];
interface Size {
  readonly width: number;
  readonly height: number;
}
type Take = (picture: string, size: Size) => Promise<unknown>;

const walk = async (editor: Editor, { file, sentence, word }: Sample, wording: Wording, take: Take) => {
  const { page, workbench, text } = editor;
  await workbench.openFile(file);
  await text.select(sentence);
  await workbench.runCommand(wording.command('explain'));
  await text.waitForDecorations(2);
  await page.keyboard.press('ArrowLeft');
  await page.mouse.move(600, 600);
  await take('explain', SMALL);

  await text.hover(word);
  await take('read', SMALL);
  await page.keyboard.press('Escape');

  await workbench.runCommand(wording.command('toggleLiveView'));
  await text.waitForDecorations(6);
  await page.mouse.move(600, 600);
  await settled(editor);
  await take('live', SMALL);
  await workbench.runCommand(wording.command('toggleLiveView'));
  await text.waitForNoDecorations();

  await explainAgain(editor, sentence, wording);
  await openPanel(editor, wording);
  await take('panel', { width: 920, height: 560 });
  await workbench.runCommand('View: Close All Editors');

  await workbench.openFile(file);
  await explainAgain(editor, sentence, wording);
  await workbench.runCommand(wording.command('whatIf'));
  const copy = page.locator('.monaco-diff-editor .editor.modified .view-lines').first();
  await copy.waitFor({ timeout: PATIENCE });
  await page.locator('.monaco-diff-editor .editor.modified [class*="ced-"]').first().waitFor({ timeout: PATIENCE });
  await copy.click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type(wording.text('positive') === 'positive' ? 'It was dull, ' : '等得太久，');
  await page.mouse.move(600, 650);
  await settled(editor);
  await take('further', { width: 920, height: 240 });
  await workbench.runCommand('View: Revert and Close Editor');
};

const explainAgain = async ({ workbench, text, page }: Editor, sentence: string, wording: Wording) => {
  await text.select(sentence);
  await workbench.runCommand(wording.command('explain'));
  await text.waitForDecorations(2);
  await page.keyboard.press('ArrowLeft');
};

const openPanel = async ({ page, workbench }: Editor, wording: Wording) => {
  await workbench.runCommand(wording.command('showPanel'));
  const panel = await webview(page);
  await panel.locator('.strip').waitFor({ timeout: PATIENCE });
  await panel.locator('h1.verdict').waitFor({ timeout: PATIENCE });
  await page.mouse.move(600, 650);
};

/** The readme's picture: the text and the panel in one window. */
const both = async (editor: Editor, { file, sentence }: Sample, wording: Wording, path: string) => {
  const { page, workbench } = editor;
  await workbench.runCommand('View: Close All Editors');
  await workbench.openFile(file);
  await explainAgain(editor, sentence, wording);
  await openPanel(editor, wording);
  await settled(editor);
  await page.screenshot({ path });
};

/** Resolves when two pictures of the window, half a second apart, are the same. */
const settled = async ({ page }: Editor) => {
  let last = '';
  await page.waitForTimeout(100);
  for (let tries = 0; tries < 40; tries++) {
    const now = (await page.screenshot()).toString('base64');
    if (now === last) return;
    last = now;
    await page.waitForTimeout(500);
  }
};
