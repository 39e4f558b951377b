import { expect } from 'vitest';
import type { Editor } from '../editor/editor';
import { shortPredictionIn, predictionIn, wordingOf, type Wording } from '../editor/wording';
import { combinations, type Combination } from './combinations';
import { journey } from './journey';
import { applyChange, seeEveryChart, usePanel } from './panel-steps';

/** A sentence of the samples, and a word of it that is worth a look. */
const TEXTS = {
  English: {
    file: 'film-reviews.md',
    sentence: 'The plot is thin, but I loved every minute of it.',
    word: 'loved',
    flips: true,
  },
  Chinese: {
    file: 'canting-pingjia.txt',
    sentence: '菜做得很地道，老板热情，价格也实在，下次还来。',
    word: '地道',
    // Four reasons in a list: no one change of words turns all of them.
    flips: false,
  },
};

/** Every pair of text, host, theme and display language comes at least once. */
const JOURNEYS: readonly (Combination & { readonly text: keyof typeof TEXTS })[] = [
  { text: 'English', host: 'node', theme: 'light', language: 'en' },
  { text: 'Chinese', host: 'node', theme: 'dark', language: 'zh-cn' },
  { text: 'Chinese', host: 'web', theme: 'light', language: 'zh-cn' },
  { text: 'English', host: 'web', theme: 'dark', language: 'en' },
  { text: 'English', host: 'node', theme: 'high contrast', language: 'zh-cn' },
  { text: 'Chinese', host: 'web', theme: 'high contrast', language: 'en' },
];

for (const { text, ...options } of combinations(JOURNEYS)) {
  const name = [text, ...Object.values(options)].join(' ');
  journey(name, { ...options, folder: 'samples' }, async (editor) => {
    const wording = wordingOf(options.language);
    await explain(editor, TEXTS[text], wording, options.theme);
    // Without the selection the marks are seen as they are.
    await editor.page.keyboard.press('ArrowLeft');
    await editor.screenshot(`${name} explained`);
    await readHover(editor, TEXTS[text], wording);
    await editor.screenshot(`${name} hover`);
    await editor.page.keyboard.press('Escape');
    await usePanel(editor, TEXTS[text], wording, () => editor.screenshot(`${name} panel`));
    await seeEveryChart(editor, wording, (what) => editor.screenshot(`${name} panel ${what.replace(/\W+$/, '')}`));
    if (TEXTS[text].flips) await applyChange(editor, TEXTS[text].sentence, wording);
    await editor.workbench.runCommand(wording.command('clear'));
    await editor.text.waitForNoDecorations();
  });
}

type Sample = (typeof TEXTS)['English'];

const explain = async ({ workbench, text }: Editor, { file, sentence }: Sample, wording: Wording, theme: string) => {
  await workbench.openFile(file);
  await text.select(sentence);
  await workbench.runCommand(wording.command('explain'));
  await text.waitForDecorations(2);
  const decorated = await text.decorated();
  for (const stretch of decorated) expect(sentence).toContain(stretch.text);
  expect(decorated.every(({ underline }) => underline > 0)).toBe(true);
  // High contrast themes have lines instead of grounds.
  const grounds = decorated.filter(({ background }) => background !== 'rgba(0, 0, 0, 0)');
  expect(grounds.length > 0).toBe(theme !== 'high contrast');
  expect((await text.annotations()).join(' ')).toMatch(shortPredictionIn(wording));
  await workbench.statusBarSays(predictionIn(wording));
};

const readHover = async ({ text }: Editor, { word }: Sample, wording: Wording) => {
  const hover = await text.hover(word);
  expect(hover).toContain(word);
  expect(hover).toMatch(new RegExp(`${wording.text('Contribution')}\\s+[+−-]?\\d`));
};
