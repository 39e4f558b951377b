import { expect } from 'vitest';
import { webviewProblems } from '../editor/accessibility';
import { locate } from '../editor/characters';
import type { Editor } from '../editor/editor';
import { webview } from '../editor/webview';
import { predictionIn, type Wording } from '../editor/wording';
import { PATIENCE } from '../editor/workbench';

/** Opens the explanation panel and uses it as a person does: reads, points, opens a table. */
export const usePanel = async (
  editor: Editor,
  { sentence, word }: { readonly sentence: string; readonly word: string },
  wording: Wording,
  seen: () => Promise<void>,
) => {
  const { page, workbench, text } = editor;
  await workbench.runCommand(wording.command('showPanel'));
  const panel = await webview(page);
  const strip = panel.locator('.strip');
  await strip.waitFor({ timeout: PATIENCE });
  await panel.getByRole('heading', { level: 1, name: predictionIn(wording) }).waitFor({ timeout: PATIENCE });
  // What is drawn into the highlights is no part of the text.
  expect(await strip.textContent()).toBe(sentence);
  await seen();

  // A word of the panel is outlined in the editor, and the reverse.
  // At its lower left: the middle of a word that goes on in the next line is not on the word.
  const pointed = strip.locator('[data-word]', { hasText: word });
  const height = (await pointed.boundingBox())?.height ?? 8;
  await pointed.hover({ position: { x: 4, y: height - 4 } });
  const outlined = async () => (await text.decorated()).filter(({ outline }) => outline >= 2).map((each) => each.text);
  await expect.poll(outlined, { timeout: PATIENCE }).toEqual([word]);
  await text.hover(word);
  await strip.locator('[data-word][data-pointed]', { hasText: word }).waitFor({ timeout: PATIENCE });

  // Behind each chart stands its table.
  const button = (name: string) => panel.getByRole('button', { name: `${wording.text(name)}: ` }).first();
  await button('Table').click({ timeout: PATIENCE });
  await panel.getByRole('columnheader').first().waitFor({ timeout: PATIENCE });
  await button('Chart').click({ timeout: PATIENCE });

  expect(await webviewProblems(panel)).toEqual([]);
};

/** The sections below the first screen, by their headings, with a chart (or what stands for one) that each must show. */
const SECTIONS = [
  ['All highlights and words', '[data-figure="words"]'],
  ['Prediction word by word', '[data-figure="running"] svg, [data-figure="gates"] svg'],
  ['What would change it?', '#section-changes .note'],
  ['Methods compared', '[data-figure="deletion"] svg'],
  ['About this model', '#section-about dl'],
] as const;

/** Opens every section, waits for what is worked out in it, and compares the methods. */
export const seeEveryChart = async (editor: Editor, wording: Wording, seen: (what: string) => Promise<void>) => {
  const panel = await webview(editor.page);
  // How far to trust it comes by itself, a little after the words.
  await panel.locator('.trust li').nth(1).waitFor({ timeout: PATIENCE });
  for (const [english, chart] of SECTIONS) {
    const heading = panel.getByRole('heading', { level: 2, name: wording.text(english), exact: true });
    await heading.click({ timeout: PATIENCE });
    await panel.locator(chart).first().waitFor({ timeout: PATIENCE });
    await heading.scrollIntoViewIfNeeded();
    await seen(wording.text(english));
  }
  const compare = panel.getByRole('button', { name: wording.text('Compare the Methods') });
  await compare.first().click({ timeout: PATIENCE });
  await panel.locator('.matrix tbody tr').nth(1).waitFor({ timeout: PATIENCE });
  await panel.locator('.matrix').scrollIntoViewIfNeeded();
  await seen(wording.text('Do the methods agree?'));
  // A level is told when every check was made.
  await panel.locator('.trust > .b').waitFor({ timeout: PATIENCE });
  expect(await webviewProblems(panel)).toEqual([]);
};

/** Makes the first counterfactual change, which is one step to undo. */
export const applyChange = async (editor: Editor, sentence: string, wording: Wording) => {
  const panel = await webview(editor.page);
  const changed = panel.getByText(wording.text('The text has changed'), { exact: true });
  await panel.locator('.changes button').first().click({ timeout: PATIENCE });
  await changed.waitFor({ timeout: PATIENCE });
  // As it is drawn: a long line goes on in the next.
  const shown = () =>
    locate(editor.page, sentence).then(
      () => true,
      () => false,
    );
  await expect.poll(shown, { timeout: PATIENCE }).toBe(false);
  await editor.page.keyboard.press('ControlOrMeta+Z');
  await expect.poll(shown, { timeout: PATIENCE }).toBe(true);
  // It is the explained text again.
  await changed.waitFor({ state: 'detached', timeout: PATIENCE });
};
