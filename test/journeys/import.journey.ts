import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { ROOT } from '../../scripts/root.mjs';
import { smallModel, smallTokenizer } from '../../src/training/keras/testing/small-model';
import { keras2, keras3, type WrittenModel } from '../../src/training/keras/testing/write-models';
import { wordingOf, type DisplayLanguage } from '../editor/wording';
import { PATIENCE } from '../editor/workbench';
import { chooseFromMenu } from './choose-from-menu';
import { combinations, type Combination } from './combinations';
import { journey } from './journey';

const FOLDER = 'out/journeys/import';
/** Of these words the model knows all but the last. */
const REVIEW = 'The film was great and good, never bad or tedious.';

const COMBINATIONS: readonly (Combination & { readonly file: 'small.h5' | 'small.keras' })[] = [
  { host: 'node', theme: 'light', language: 'en', file: 'small.h5' },
  { host: 'web', theme: 'dark', language: 'zh-cn', file: 'small.keras' },
];

/** A workspace with a model of each format, its words, a file that was cut short, and a text. */
async function modelsFolder(): Promise<void> {
  const folder = join(ROOT, FOLDER);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const write = (name: string, { bytes }: WrittenModel) => writeFileSync(join(folder, name), bytes);
  const h5 = await keras2(smallModel());
  write('small.h5', h5);
  write('small.keras', await keras3(smallModel()));
  write('damaged.h5', { file: '', bytes: h5.bytes.subarray(0, h5.bytes.length / 2) });
  writeFileSync(join(folder, 'tokenizer.json'), smallTokenizer());
  writeFileSync(join(folder, 'review.txt'), `${REVIEW}\n`);
}

/** Takes the first answer of a question, once it is asked. */
async function answer(page: Page, question: string, typed?: string): Promise<void> {
  const widget = page.locator('.quick-input-widget:visible', { hasText: question });
  await widget.waitFor({ timeout: PATIENCE });
  if (typed !== undefined) await widget.locator('input.input').fill(typed);
  else await widget.locator('.monaco-list-row.focused').waitFor({ timeout: PATIENCE });
  await page.keyboard.press('Enter');
  await widget.waitFor({ state: 'hidden', timeout: PATIENCE });
}

async function importModel(page: Page, file: string, language: DisplayLanguage, name: string): Promise<void> {
  const { text } = wordingOf(language);
  await chooseFromMenu(page, file, language === 'en' ? 'Import Model…' : '导入模型…');
  await answer(page, text('Which words does the model know? The model’s file does not have them.'));
  await answer(page, text('What do the labels of the model mean, in its order?'));
  await answer(page, text('Where did padding stand in training?'));
  await answer(page, text('What should the model be called?'), name);
}

await modelsFolder();

for (const { host, theme, language, file } of COMBINATIONS.filter((one) => combinations([one]).length > 0)) {
  const name = `import ${file} ${host} ${theme} ${language}`;
  journey(name, { host, theme, language, folder: FOLDER }, async ({ page, workbench, screenshot, text: editor }) => {
    const { command, text } = wordingOf(language);
    await chooseFromMenu(page, 'damaged.h5', language === 'en' ? 'Import Model…' : '导入模型…');
    await workbench.message('damaged.h5');
    await screenshot(`${name} damaged`);
    await workbench.runCommand('Notifications: Clear All Notifications');
    // Nothing is asked of a file that cannot be read.
    expect(await page.locator('.quick-input-widget:visible').count()).toBe(0);

    await importModel(page, file, language, 'My own');
    const imported = text('The model “{0}” was imported. It knows {1} words.');
    const said = await workbench.message(imported.replace('{0}', 'My own').replace('{1}', '6'));
    await screenshot(`${name} said`);
    const use = text('Use It for {0} Texts').replace('{0}', text('English'));
    await said.locator('.monaco-button', { hasText: use }).click();
    await said.waitFor({ state: 'hidden', timeout: PATIENCE });

    await workbench.openFile('review.txt');
    await editor.click('film');
    await workbench.runCommand(command('explain'));
    await editor.waitForDecorations();
    const words = (await editor.decorated()).map(({ text: word }) => word).join(' ');
    expect(words).toMatch(/great/);
    // What this model does not know cannot move its prediction, whatever the shipped ones say.
    expect(words).not.toMatch(/tedious/);
    await screenshot(`${name} explained`);
  });
}
