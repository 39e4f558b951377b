import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { ROOT } from '../../scripts/root.mjs';
import type { DisplayLanguage } from '../editor/wording';
import { PATIENCE } from '../editor/workbench';
import { combinations } from './combinations';
import { journey } from './journey';

const STEPS = ['explain', 'read', 'panel', 'live', 'annotate', 'review', 'further', 'teach'] as const;

const manifestOf = (language: DisplayLanguage) => {
  const file = language === 'en' ? 'package.nls.json' : `package.nls.${language}.json`;
  return JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as Record<string, string>;
};

for (const { host, theme, language } of combinations([
  { host: 'web', theme: 'light', language: 'zh-cn' },
  { host: 'node', theme: 'high contrast', language: 'en' },
] as const)) {
  const name = `walkthrough ${host} ${theme} ${language}`;
  const words = manifestOf(language);
  const size = { width: 1600, height: 900 };
  journey(name, { host, theme, language, folder: 'samples', size }, async ({ page, workbench, text, screenshot }) => {
    await workbench.runCommand('Welcome: Open Walkthrough...', { asks: true });
    const item = page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: words['walkthrough.title'] });
    await item.click({ timeout: PATIENCE });
    const step = (id: string) => page.locator('.getting-started-step', { hasText: words[`walkthrough.${id}.title`] });
    for (const id of STEPS) {
      await step(id).click({ timeout: PATIENCE });
      const picture = page.locator('.getting-started-media img');
      // The step's own, in the display language, and really there.
      const shown = () => picture.evaluate(({ alt, naturalWidth }: HTMLImageElement) => `${alt} ${naturalWidth > 400}`);
      await expect.poll(shown, { timeout: PATIENCE }).toBe(`${words[`walkthrough.${id}.altText`]} true`);
    }
    await screenshot(name);

    // The first step does what it says: a sample opens, and is explained.
    await step('explain').click();
    const link = (command: string) =>
      page.locator('.getting-started-step.expanded .monaco-button', { hasText: linkOf(words, command) });
    await link('explainSample').click({ timeout: PATIENCE });
    await expect
      .poll(() => page.locator('.editor-instance .view-line').count(), { timeout: PATIENCE })
      .toBeGreaterThan(0);
    await text.waitForDecorations(2);
  });
}

/** What a link of the first step is called. */
const linkOf = (words: Record<string, string>, command: string): string =>
  new RegExp(`\\[([^\\]]+)\\]\\(command:saliency\\.${command}\\)`).exec(words['walkthrough.explain.description'])![1];
