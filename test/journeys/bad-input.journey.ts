import { expect } from 'vitest';
import { wordingOf } from '../editor/wording';
import { combinations } from './combinations';
import { journey } from './journey';

const FEW = [{ host: 'node', theme: 'light', language: 'en' }] as const;

for (const { host, theme, language } of combinations(FEW)) {
  const { command, text: worded } = wordingOf(language);
  const settings = { 'saliency.model.en': 'nonsense' };
  const options = { host, theme, language, folder: 'test/fixtures/workspace', settings };
  const name = `bad input is told in a sentence, and what is good works after it ${host} ${theme} ${language}`;
  journey(name, options, async ({ workbench, text }) => {
    await workbench.openFile('empty.txt');
    await workbench.runCommand(command('explain'));
    const nothing = 'There is no text to explain here. Select some text, or put the cursor into a paragraph.';
    await workbench.takeMessage(new RegExp(worded(nothing).slice(0, 8)));

    await workbench.openFile('en.txt');
    await text.select('The plot is thin, but I loved every minute of it.');
    await workbench.runCommand(command('explain'));
    await workbench.takeMessage(/nonsense/);
    expect(await text.decorated()).toEqual([]);

    await workbench.openFile('zh.txt');
    await text.click('这家店');
    await workbench.runCommand(command('explain'));
    await text.waitForDecorations();
  });
}
