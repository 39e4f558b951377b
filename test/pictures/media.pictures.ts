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
const WINDOW = { width: 1240, height: 720 };
/** Of a picture: at the upper left of the editor's part of the window, without bars and title. */
const TEXT = { width: 860, height: 340 };
const TWO = { width: 930, height: 560 };
const SOURCES = { width: 930, height: 240 };

const TEXTS = {
  en: {
    file: 'film-reviews.md',
    // Words for and against its prediction.
    sentence:
      'The dialogue is wooden, the jokes are stale, and the sound mix is so bad that half of it is lost anyway. The dog was good.',
    word: 'stale',
    edit: 'It was dull, ',
    readme: { theme: 'light', name: 'explained' },
  },
  zh: {
    file: 'canting-pingjia.txt',
    sentence: '菜做得很地道，老板热情，价格也实在，下次还来。',
    word: '地道',
    edit: '等得太久，',
    readme: { theme: 'dark', name: 'explained-zh' },
  },
};

for (const [name, language] of [
  ['en', 'en'],
  ['zh', 'zh-cn'],
] as const)
  test(name, async () => {
    mkdirSync(FOLDER, { recursive: true });
    const settings = {
      'editor.lineNumbers': 'off',
      'editor.fontSize': 15,
      'breadcrumbs.enabled': false,
    };
    const options = { host: 'node', theme: 'light', language, folder: 'samples', settings, size: WINDOW } as const;
    const editor = await openEditor({ ...options, vsix: VSIX });
    try {
      await walk(editor, name, wordingOf(language));
    } finally {
      await editor.close();
    }
  });

const walk = async (editor: Editor, name: keyof typeof TEXTS, wording: Wording) => {
  const { page, workbench, text } = editor;
  const { file, sentence, word, edit, readme } = TEXTS[name];
  // Over nothing that would show it.
  const aside = () => page.mouse.move(200, 500);
  await workbench.openFile(file);
  await explain(editor, sentence, wording);
  await inBothThemes(editor, aside, (theme) => take(editor, `explain-${name}-${theme}`, TEXT));
  const rest = async () => {
    await text.hover(word);
  };
  await inBothThemes(editor, rest, (theme) => take(editor, `read-${name}-${theme}`, TEXT));

  await workbench.runCommand(wording.command('showPanel'));
  const panel = await webview(page);
  await panel.locator('h1.headline').waitFor({ timeout: PATIENCE });
  await inBothThemes(editor, aside, async (theme) => {
    await take(editor, `panel-${name}-${theme}`, TWO);
    if (theme === readme.theme) await page.screenshot({ path: join(ROOT, 'media', `${readme.name}.png`) });
  });
  await workbench.runCommand('View: Close All Editors');

  await workbench.openFile(file);
  await workbench.runCommand(wording.command('toggleLiveView'));
  await text.waitForDecorations(6);
  await inBothThemes(editor, aside, (theme) => take(editor, `live-${name}-${theme}`, TEXT));
  await workbench.runCommand(wording.command('toggleLiveView'));
  await text.waitForNoDecorations();

  await explain(editor, sentence, wording);
  await workbench.runCommand(wording.command('whatIf'));
  const field = (await webview(page)).locator('textarea');
  await field.waitFor({ timeout: PATIENCE });
  await field.press('Control+Home');
  await field.pressSequentially(edit, { delay: 20 });
  await (await webview(page)).locator('.tbl tbody tr').first().waitFor({ timeout: PATIENCE });
  await inBothThemes(editor, aside, (theme) => take(editor, `further-${name}-${theme}`, SOURCES), false);
};

const explain = async ({ page, workbench, text }: Editor, sentence: string, wording: Wording) => {
  await text.select(sentence);
  await workbench.runCommand(wording.command('explain'));
  await text.waitForDecorations();
  await page.keyboard.press('ArrowLeft');
};

interface Size {
  readonly width: number;
  readonly height: number;
}

const take = async ({ page }: Editor, name: string, size: Size) => {
  const box = await page.locator('.part.editor').boundingBox();
  const clip = { x: box?.x ?? 0, y: box?.y ?? 0, ...size };
  await page.screenshot({ path: join(FOLDER, `${name}.png`), clip });
};

/** As it is, and in the dark; light again afterwards. `pose` is how the picture is to be seen: the palette disturbs it. */
const inBothThemes = async (
  editor: Editor,
  pose: () => Promise<void>,
  picture: (theme: 'light' | 'dark') => Promise<void>,
  // A sheet would be closed by it.
  escape = true,
) => {
  for (const theme of ['light', 'dark'] as const) {
    await pose();
    await settled(editor);
    await picture(theme);
    if (escape) await editor.page.keyboard.press('Escape');
    await editor.workbench.runCommand('Preferences: Toggle between Light/Dark Themes');
  }
};

/** Resolves when two pictures of the window, half a second apart, are the same. */
const settled = async ({ page }: Editor) => {
  let last = '';
  for (let tries = 0; tries < 20; tries++) {
    const now = (await page.screenshot()).toString('base64');
    if (now === last) return;
    last = now;
    await page.waitForTimeout(500);
  }
};
