import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { PATIENCE } from '../editor/workbench';
import { wordingOf } from '../editor/wording';
import { combinations } from './combinations';
import { journey } from './journey';

/** Sentences whose last row is filled from a little to the brim, whatever the width of the editor. */
const TEXT = Array.from(
  { length: 24 },
  (_, i) => `The hotel was lovely and quiet${', and lovely'.slice(0, i % 12)}${', and clean'.repeat(1 + (i % 3))}.`,
).join('\n\n');

interface Seen {
  readonly behind: number;
  readonly below: number;
  /** Texts of those that reach over the right edge of their editor. */
  readonly cut: readonly string[];
}

/** What is written behind and below the lines in view, and whether a person sees all of it. */
const seen = (page: Page): Promise<Seen> =>
  page.evaluate(() => {
    const found = { behind: 0, below: 0, cut: [] as string[] };
    for (const span of document.querySelectorAll('.view-lines [class*="ced-"]')) {
      const { content } = getComputedStyle(span, '::after');
      if (content === 'none' || content === 'normal') continue;
      if (content.includes('↳')) found.below++;
      else found.behind++;
      const edge = span.closest('.editor-scrollable')?.getBoundingClientRect().right ?? 0;
      if (span.getBoundingClientRect().right > edge) found.cut.push(content);
    }
    return found;
  });

for (const { host, theme, language } of combinations([{ host: 'node', theme: 'light', language: 'en' }] as const)) {
  const { command } = wordingOf(language);
  const name = `predictions ${host} ${theme} ${language}`;
  journey(name, { host, theme, language, folder: 'samples' }, async ({ page, workbench, text, screenshot }) => {
    await workbench.openFile('mixed.md');
    await page.locator('.editor-instance .view-lines').click();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(TEXT);
    await page.keyboard.press('Control+Home');
    await workbench.runCommand(command('toggleLiveView'));
    await text.waitForDecorations(6);
    const all = async () => {
      const { behind, below } = await seen(page);
      return behind + below;
    };
    await expect.poll(all, { timeout: PATIENCE }).toBeGreaterThan(8);
    expect((await seen(page)).cut).toEqual([]);
    await screenshot(`${name} alone`);

    // Beside the panel an editor has half the width.
    await workbench.runCommand(command('showPanel'));
    await expect.poll(async () => (await seen(page)).behind, { timeout: PATIENCE }).toBe(0);
    await expect.poll(async () => (await seen(page)).below, { timeout: PATIENCE }).toBeGreaterThan(3);
    expect((await seen(page)).cut).toEqual([]);
    await screenshot(`${name} beside the panel`);
  });
}
