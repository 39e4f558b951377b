import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
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

const TYPED = 'The room was lovely, but the bathroom smelled awful and nobody at the desk seemed to care';

/** Between two keys of somebody who types nine a second. */
const KEY_MS = 1_000 / 9;

interface Watched {
  readonly saliencyWatch: { changes: number; unfinished: string[] };
}

/** Looks at the screen with every frame: what is highlighted and predicted in the text, and where the last word is. */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen = { changes: 0, unfinished: [] as string[] };
    (globalThis as unknown as { saliencyWatch: typeof seen }).saliencyWatch = seen;
    let before: string | undefined;
    const look = (): void => {
      const shown: string[] = [];
      for (const line of document.querySelectorAll('.editor-group-container.active .view-line')) {
        const written = (line.textContent ?? '').replaceAll('\u00a0', ' ');
        for (const span of line.querySelectorAll('[class*="ced-"]')) {
          const { backgroundColor, borderBottomStyle, borderBottomWidth } = getComputedStyle(span);
          const after = getComputedStyle(span, '::after').content;
          const part = (span.textContent ?? '').replaceAll('\u00a0', ' ');
          shown.push([part, backgroundColor, borderBottomStyle, after].join('|'));
          const highlighted = borderBottomWidth !== '0px' && part !== '';
          if (highlighted && /\p{L}$/u.test(written) && written.endsWith(part)) seen.unfinished.push(part);
        }
      }
      const now = shown.join('\n');
      if (before !== undefined && now !== before) seen.changes++;
      before = now;
      requestAnimationFrame(look);
    };
    look();
  });

for (const { host, theme, language } of combinations([
  { host: 'node', theme: 'dark', language: 'zh-cn' },
  { host: 'web', theme: 'high contrast', language: 'en' },
] as const)) {
  const { command, text: worded } = wordingOf(language);
  const name = `live view ${host} ${theme} ${language}`;
  journey(name, { host, theme, language, folder: FOLDER }, async ({ page, workbench, text, screenshot }) => {
    await workbench.openFile(FILE);
    // The switch says that it is off; a click turns it on.
    const button = page.locator('.part.statusbar .statusbar-item', { hasText: /(Live view|实时视图)/ });
    await button.locator('.codicon-eye-closed').waitFor({ timeout: PATIENCE });
    await button.click();
    await button.locator('.codicon-eye').waitFor({ timeout: PATIENCE });
    await text.waitForDecorations(4);
    await screenshot(`${name} on`);

    // One prediction, or several, behind every line that has text.
    await expect.poll(async () => (await text.annotations()).length, { timeout: PATIENCE }).toBe(LINES);
    // The switch has the focus still.
    await text.click('Two dull hours');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\nNothing in this film is any good, and I hated it.', { delay: 30 });
    await expect.poll(async () => (await text.annotations()).length, { timeout: PATIENCE }).toBe(LINES + 1);
    expect((await text.annotations()).join(' ')).toContain(worded('neg'));
    // The sentence at the cursor is the one that the status bar is about.
    await workbench.statusBarSays(new RegExp(`${worded('negative')}\\s?\\d+\\s?%`));
    await screenshot(`${name} typed`);

    // Whoever types 88 characters at nine keys a second sees 12 changes at most, and no highlight on an unfinished word.
    await page.keyboard.press('Enter');
    await watch(page);
    const began = performance.now();
    await page.keyboard.type(TYPED, { delay: KEY_MS });
    // A machine with much else to do brings the keys later, and each pause of half a second may bring a change.
    const slower = Math.max(1, (performance.now() - began) / (TYPED.length * KEY_MS) - 0.1);
    // The last change: what was typed is highlighted.
    const highlighted = async () => (await text.decorated()).map(({ text: part }) => part).join(' ');
    await expect.poll(highlighted, { timeout: PATIENCE }).toMatch(/lovely|awful|nobody/);
    const { changes, unfinished } = await page.evaluate(() => (globalThis as unknown as Watched).saliencyWatch);
    console.log(`${name}: ${changes} changes while ${TYPED.length} characters were typed`);
    expect(unfinished).toEqual([]);
    expect(changes).toBeGreaterThanOrEqual(2);
    expect(changes).toBeLessThanOrEqual(Math.round(12 * slower));

    await workbench.runCommand(command('toggleLiveView'));
    await text.waitForNoDecorations();

    await workbench.runCommand(command('explainDocument'));
    await text.waitForDecorations(4);
    await screenshot(`${name} whole document`);
    await workbench.runCommand(command('clear'));
    await text.waitForNoDecorations();
  });
}
