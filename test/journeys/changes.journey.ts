import { expect } from 'vitest';
import { wordingOf } from '../editor/wording';
import { webview } from '../editor/webview';
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

    // What If: the text is edited in the panel, the prediction follows, and one step puts it into the editor.
    await workbench.runCommand(command('whatIf'));
    const panel = await webview(page);
    const field = panel.locator('textarea');
    await field.waitFor({ timeout: PATIENCE });
    await field.press('Control+Home');
    await field.pressSequentially('It was awful, ', { delay: 20 });
    await panel.locator('.tbl tbody tr').first().waitFor({ timeout: PATIENCE });
    await screenshot(`${name} what if`);
    await field.press('Control+Enter');
    await expect.poll(shown, { timeout: PATIENCE }).toContain('It was awful, The plot');
    await panel.locator('.strip', { hasText: 'It was awful' }).waitFor({ timeout: PATIENCE });

    // Compare Models: each model as it is read.
    await workbench.runCommand(command('compareModels'));
    await panel.locator('.model .text').nth(1).waitFor({ timeout: PATIENCE });
    await screenshot(`${name} comparison`);
    await panel.getByRole('button', { name: `‹ ${worded('Explanation')}` }).click();

    // Pinned: the text as it was among the last explanations, beside the text as it is.
    await panel.getByRole('button', { name: worded('Pin'), exact: true }).click();
    const recent = panel.locator('.recent li');
    // The list stands before the extension has answered: only then does the first one say that it is pinned.
    await recent.first().getByText(worded('pinned'), { exact: true }).waitFor({ timeout: PATIENCE });
    await recent.nth(1).getByRole('button').click();
    await panel.locator('.pair .text').nth(1).waitFor({ timeout: PATIENCE });
    await screenshot(`${name} pinned`);
  });
}
