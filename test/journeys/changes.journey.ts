import { expect } from 'vitest';
import { wordingOf } from '../editor/wording';
import { PATIENCE } from '../editor/workbench';
import { combinations } from './combinations';
import { journey } from './journey';

/** Milliseconds that the list of quick fixes may take before it is asked for again. */
const ONCE = 5_000;
const TIMES = 5;
const SENTENCE = 'The plot is thin, but I loved every minute of it.';

for (const { host, theme, language } of combinations([
  { host: 'node', theme: 'light', language: 'en' },
  { host: 'web', theme: 'dark', language: 'zh-cn' },
] as const)) {
  const { command, text: worded } = wordingOf(language);
  const name = `changes ${host} ${theme} ${language}`;
  journey(name, { host, theme, language, folder: 'samples' }, async ({ page, workbench, text, screenshot }) => {
    await workbench.openFile('film-reviews.md');
    await text.select(SENTENCE);
    await workbench.runCommand(command('explain'));
    await text.waitForDecorations(2);

    // A quick fix makes the text read otherwise, and one undo brings it back.
    await text.click('loved');
    const becomes = worded('becomes {0} {1}').split('{')[0];
    const fix = page.locator('.action-widget .monaco-list-row', { hasText: becomes }).first();
    // Whenever another extension registers actions of its own, the editor drops a list that was asked for: ask again.
    const asked = async () => {
      await page.keyboard.press('Control+.');
      return fix.waitFor({ timeout: ONCE }).then(
        () => true,
        () => false,
      );
    };
    let listed = await asked();
    for (let times = 1; !listed && times < TIMES; times++) listed = await asked();
    expect(listed).toBe(true);
    await screenshot(`${name} quick fixes`);
    await fix.click();
    const shown = async () =>
      (await page.locator('.editor-instance .view-lines').first().innerText()).replaceAll('\u00a0', ' ');
    await expect.poll(shown, { timeout: PATIENCE }).not.toContain(SENTENCE);
    await page.keyboard.press('Control+z');
    await expect.poll(shown, { timeout: PATIENCE }).toContain('but I loved every minute');

    // What If: the copy is edited, the difference is written at the words.
    await workbench.runCommand(command('whatIf'));
    const copy = page.locator('.monaco-diff-editor .editor.modified .view-lines').first();
    await copy.waitFor({ timeout: PATIENCE });
    await page.locator('.monaco-diff-editor .editor.modified [class*="ced-"]').first().waitFor({ timeout: PATIENCE });
    await copy.click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('It was awful, ');
    await expect
      .poll(async () => (await text.annotations()).some((each) => /Δ|\([+−]/.test(each)), { timeout: PATIENCE })
      .toBe(true);
    await screenshot(`${name} what if`);
    await workbench.runCommand(command('applyWhatIf'));
    await expect.poll(shown, { timeout: PATIENCE }).toContain('It was awful, The plot');

    await text.select('It was awful, The plot is thin');
    await workbench.runCommand(command('compareModels'));
    const pick = page.locator('.quick-input-widget:visible');
    await pick.locator('.monaco-list-row').first().waitFor({ timeout: PATIENCE });
    await page.keyboard.press('Enter');
    await page.locator('.tab', { hasText: `${worded('Comparison')}.md` }).waitFor({ timeout: PATIENCE });
    await screenshot(`${name} comparison`);
  });
}
