import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { expect } from 'vitest';
import type { Editor } from '../editor/editor';
import { webview } from '../editor/webview';
import { verdictIn, type Wording } from '../editor/wording';
import { PATIENCE } from '../editor/workbench';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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
  await panel.getByRole('heading', { level: 1, name: verdictIn(wording) }).waitFor({ timeout: PATIENCE });
  // The figures above the words are not part of the text.
  const words = await strip.evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    copy.querySelectorAll('.above').forEach((above) => above.remove());
    return copy.textContent;
  });
  expect(words).toBe(sentence);
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

  expect(await faults(editor)).toEqual([]);
};

/** What axe-core finds wrong with the page for people who see or point badly. */
const faults = async ({ page }: Editor): Promise<string[]> => {
  const panel = await webview(page);
  const frame = await (await panel.locator('body').elementHandle())?.ownerFrame();
  if (!frame) throw new Error('The panel has gone.');
  await frame.evaluate(AXE);
  const results = await frame.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
};
