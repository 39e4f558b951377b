import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { ROOT } from '../../scripts/root.mjs';
import { webview } from '../editor/webview';
import { wordingOf, type DisplayLanguage } from '../editor/wording';
import { PATIENCE } from '../editor/workbench';
import { chooseFromMenu } from './choose-from-menu';

/** What the editor gets a copy of. */
const FOLDER = 'out/journeys';
/** A training may take so long on a slow, shared machine. */
export const TRAINED = 6 * PATIENCE;

const LABELS = { '-': 'negative', '0': 'neutral', '+': 'positive' } as const;
export type Mood = (typeof LABELS)[keyof typeof LABELS];

export interface Sentence {
  readonly text: string;
  readonly label: Mood;
}

/** Every so-and-so-many-th of the project's own sentences, with their labels. */
export function everydaySentences(language: 'en' | 'zh', rows: number): readonly Sentence[] {
  const lines = readFileSync(join(ROOT, 'data', 'everyday', `${language}.sentences.tsv`), 'utf8')
    .trimEnd()
    .split('\n');
  const step = Math.floor(lines.length / rows);
  return Array.from({ length: rows }, (_, i) => lines[i * step].split('\t')).map(([sign, , text]) => ({
    text: text.replace(/[⟦⟧]/g, ''),
    label: LABELS[sign as keyof typeof LABELS],
  }));
}

/** A workspace whose folder `tickets` has a file of sentences. @returns its path in the repository */
export function ticketsFolder(name: string, file: string, sentences: readonly Sentence[], labelled = true): string {
  const all = `${FOLDER}/${name}`;
  const folder = join(ROOT, all, 'tickets');
  rmSync(join(ROOT, all), { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const rows = sentences.map(({ text, label }, i) => [i + 1, `"${text.replaceAll('"', '""')}"`, ...(labelled ? [label] : [])].join(',')); // prettier-ignore
  writeFileSync(join(folder, file), [labelled ? 'id,message,mood' : 'id,message', ...rows, ''].join('\n'));
  return all;
}

/** Opens the form for a labelled file of the folder `tickets`. */
export async function openTrainingForm(page: Page, file: string, language: DisplayLanguage): Promise<FrameLocator> {
  const row = (name: string) => page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first();
  // A click on an open folder would close it.
  if (!(await row(file).isVisible())) await row('tickets').click();
  await chooseFromMenu(page, file, language === 'en' ? 'Train on Labelled Rows…' : '用标注数据训练…');
  return webview(page);
}

/** Waits until the form can start, with so many epochs at most. @returns its button */
export async function readyToTrain(frame: FrameLocator, epochs: string, language: DisplayLanguage): Promise<Locator> {
  const { text } = wordingOf(language);
  const start = frame.getByRole('button', { name: text('Train Model') });
  await expect.poll(() => start.isEnabled(), { timeout: 2 * PATIENCE }).toBe(true);
  const field = frame.getByLabel(text('Epochs, at most'), { exact: true });
  // Open already where a training was cancelled: a click would close it.
  if (!(await field.isVisible())) await frame.locator('details.advanced summary').click();
  await field.fill(epochs);
  await field.press('Tab');
  // The rows are looked at anew with what was chosen.
  await expect.poll(async () => [await field.inputValue(), await start.isEnabled()], { timeout: PATIENCE }).toEqual([epochs, true]); // prettier-ignore
  return start;
}
