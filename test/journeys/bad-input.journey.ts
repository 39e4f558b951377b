import { expect } from 'vitest';
import { annotateAllRows } from '../editor/annotate-form';
import { webview } from '../editor/webview';
import { wordingOf } from '../editor/wording';
import { PATIENCE } from '../editor/workbench';
import { chooseFromMenu } from './choose-from-menu';
import { combinations } from './combinations';
import { journey } from './journey';

const FEW = [{ host: 'node', theme: 'light', language: 'en' }] as const;

for (const { host, theme, language } of combinations(FEW)) {
  const { command, text: worded } = wordingOf(language);
  const settings = { 'saliency.model.en': 'nonsense' };
  const options = { host, theme, language, folder: 'test/fixtures/workspace', settings };
  const name = `bad input is told in a sentence, and what is good works after it ${host} ${theme} ${language}`;
  journey(name, options, async ({ workbench, text, screenshot }) => {
    await workbench.openFile('empty.txt');
    await workbench.runCommand(command('explain'));
    const nothing = 'There is no text to explain here. Select some text, or put the cursor into a paragraph.';
    await workbench.takeMessage(new RegExp(worded(nothing).slice(0, 8)));

    await workbench.openFile('en.txt');
    await text.select('The plot is thin, but I loved every minute of it.');
    await workbench.runCommand(command('explain'));
    await workbench.takeMessage(/nonsense/);
    expect(await text.decorated()).toEqual([]);

    // A run that no model can do: the page says why, and nothing is written that looks like results.
    const { page } = workbench;
    await chooseFromMenu(page, 'en.txt', language === 'en' ? 'Annotate Sentiment…' : '标注情感…');
    await annotateAllRows(page, wordingOf(language));
    const frame = await webview(page);
    await frame
      .getByRole('heading', { name: worded('No results of {0}').replace('{0}', 'en.txt') })
      .waitFor({ timeout: PATIENCE });
    expect(await frame.getByRole('alert').innerText()).toContain('nonsense');
    await screenshot(`no results ${host} ${theme} ${language}`);
    expect(await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'saliency' }).count()).toBe(0);
    const message = await workbench.message(/nonsense/);
    await message.getByRole('button', { name: worded('Use the Default Model') }).click();
    // The settings may not be written yet: then the run fails as before, and is started again.
    const [again, rows] = [frame.getByRole('button', { name: worded('Run Again') }), frame.locator('#tab-rows')];
    const reads = async (): Promise<boolean> => {
      if (await rows.isVisible()) return true;
      await again.click({ timeout: 1_000 }).catch(() => undefined);
      return rows.isVisible();
    };
    await expect.poll(reads, { timeout: PATIENCE, interval: 2_000 }).toBe(true);

    await workbench.openFile('zh.txt');
    await text.click('这家店');
    await workbench.runCommand(command('explain'));
    await text.waitForDecorations();
  });
}
