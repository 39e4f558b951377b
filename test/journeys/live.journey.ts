import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { ROOT } from '../../scripts/root.mjs';
import { wordingOf } from '../editor/wording';
import { PATIENCE } from '../editor/workbench';
import { combinations } from './combinations';
import { journey } from './journey';

const FOLDER = 'samples';
const FILE = 'film-reviews.md';
const LINES = readFileSync(join(ROOT, FOLDER, FILE), 'utf8')
  .split('\n')
  .filter(Boolean).length;

for (const { host, theme, language } of combinations([
  { host: 'node', theme: 'dark', language: 'zh-cn' },
  { host: 'web', theme: 'high contrast', language: 'en' },
] as const)) {
  const { command, text: worded } = wordingOf(language);
  const name = `live view ${host} ${theme} ${language}`;
  journey(name, { host, theme, language, folder: FOLDER }, async ({ page, workbench, text, screenshot }) => {
    await workbench.openFile(FILE);
    // The switch says that it is off; a click turns it on.
    const button = page.locator('.part.statusbar .statusbar-item', { hasText: worded('Live') });
    await button.locator('.codicon-eye-closed').waitFor({ timeout: PATIENCE });
    await button.click();
    await button.locator('.codicon-eye').waitFor({ timeout: PATIENCE });
    await text.waitForDecorations(4);
    await screenshot(`${name} on`);

    // One verdict, or several, behind every line that has text.
    await expect.poll(async () => (await text.annotations()).length, { timeout: PATIENCE }).toBe(LINES);
    // The switch has the focus still.
    await text.click('Two dull hours');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\nNothing in this film is any good, and I hated it.', { delay: 30 });
    await expect.poll(async () => (await text.annotations()).length, { timeout: PATIENCE }).toBe(LINES + 1);
    expect((await text.annotations()).join(' ')).toContain(worded('negative'));
    // The sentence at the cursor is the one that the status bar is about.
    await workbench.statusBarSays(new RegExp(`${worded('negative')} 0\\.\\d\\d`));
    await screenshot(`${name} typed`);

    await workbench.runCommand(command('toggleLiveView'));
    await text.waitForNoDecorations();

    await workbench.runCommand(command('explainDocument'));
    await text.waitForDecorations(4);
    await screenshot(`${name} whole document`);
    await workbench.runCommand(command('clear'));
    await text.waitForNoDecorations();
  });
}
