import { expect } from 'vitest';
import type { Editor, EditorOptions } from '../editor/editor';
import { journey } from './journey';
import { usePanel } from './panel-steps';

/** A sentence of the samples, and a word of it that is worth a look. */
const TEXTS = {
  English: {
    file: 'film-reviews.md',
    sentence: 'The plot is thin, but I loved every minute of it.',
    word: 'loved',
  },
  Chinese: {
    file: 'canting-pingjia.txt',
    sentence: '菜做得很地道，老板热情，价格也实在，下次还来。',
    word: '地道',
  },
};

/** Every pair of language, host and theme comes once at least. */
const JOURNEYS: readonly (Pick<EditorOptions, 'host' | 'theme'> & { readonly language: keyof typeof TEXTS })[] = [
  { language: 'English', host: 'node', theme: 'light' },
  { language: 'Chinese', host: 'node', theme: 'dark' },
  { language: 'Chinese', host: 'web', theme: 'light' },
  { language: 'English', host: 'web', theme: 'dark' },
  { language: 'English', host: 'node', theme: 'high contrast' },
];

for (const { language, host, theme } of JOURNEYS) {
  const name = `${language} ${host} ${theme}`;
  journey(name, { host, theme, folder: 'samples' }, (editor) => explainAndClear(editor, TEXTS[language], name));
}

const explainAndClear = async (editor: Editor, { file, sentence, word }: (typeof TEXTS)['English'], name: string) => {
  const { workbench, text } = editor;
  await workbench.openFile(file);
  await text.select(sentence);
  await workbench.runCommand('Saliency: Explain Sentiment');

  await text.waitForDecorations(3);
  const decorated = await text.decorated();
  for (const stretch of decorated) expect(sentence).toContain(stretch.text);
  expect(decorated.some(({ background }) => background !== 'rgba(0, 0, 0, 0)')).toBe(true);
  expect((await text.annotations()).join(' ')).toMatch(/(positive|negative|neutral) 0\.\d\d/);
  await workbench.statusBarSays(/(positive|negative|neutral) 0\.\d\d/);
  await editor.screenshot(`${name} explained`);

  const hover = await text.hover(word);
  expect(hover).toContain(word);
  expect(hover).toMatch(/Score\s+[+−-]?\d/);
  await editor.screenshot(`${name} hover`);

  await editor.page.keyboard.press('Escape');
  await usePanel(editor, { sentence, word }, name);
  await workbench.runCommand('Saliency: Clear Explanations');
  await text.waitForNoDecorations();
};
