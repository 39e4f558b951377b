import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { ROOT } from '../../scripts/root.mjs';
import { webview } from '../editor/webview';
import { predictionIn, wordingOf } from '../editor/wording';
import { PATIENCE } from '../editor/workbench';
import { combinations } from './combinations';
import { journey } from './journey';

const FILE = 'film-reviews.md';
const SENTENCE = 'The plot is thin, but I loved every minute of it.';
const LINES = readFileSync(join(ROOT, 'samples', FILE), 'utf8').split('\n');

for (const { host, theme, language } of combinations([{ host: 'node', theme: 'dark', language: 'en' }] as const)) {
  const name = `panel after a reload ${host} ${theme} ${language}`;
  journey(name, { host, theme, language, folder: 'samples' }, async (editor) => {
    const { page, workbench, text } = editor;
    const wording = wordingOf(language);
    await workbench.openFile(FILE);
    await text.select(SENTENCE);
    await workbench.runCommand(wording.command('explain'));
    await text.waitForDecorations(3);
    await workbench.runCommand(wording.command('showPanel'));
    const before = await webview(page);
    const heading = before.getByRole('heading', { level: 1, name: predictionIn(wording) });
    await heading.waitFor({ timeout: PATIENCE });
    const said = await heading.innerText();
    await before.getByRole('heading', { name: wording.text('About this model') }).click();
    await before.locator('dl.card').first().waitFor({ timeout: PATIENCE });

    await workbench.reload();
    const after = await webview(page);
    // What the page kept: no text has been explained since.
    await after.getByRole('heading', { level: 1, name: said }).waitFor({ timeout: PATIENCE });
    await after.locator('dl.card').first().waitFor({ timeout: PATIENCE });
    await editor.screenshot(`${name} restored`);

    // Its words still lead to the editor, and it can be explained anew from here.
    // The page stands before the extension has started again: a click that nobody hears yet is made once more.
    await expect
      .poll(
        async () => {
          await after.locator('.strip [data-word]', { hasText: 'loved' }).click();
          return (await workbench.statusBar()).join(' ');
        },
        { timeout: PATIENCE, interval: 1_000 },
      )
      .toContain(`Ln ${LINES.indexOf(SENTENCE) + 1}, Col ${SENTENCE.indexOf('loved') + 1}`);
    await after.getByRole('button', { name: wording.text('More actions') }).click();
    await after.getByRole('menuitem', { name: wording.text('Explain Again') }).click();
    await text.waitForDecorations(3);
    await editor.screenshot(`${name} explained again`);
  });
}
