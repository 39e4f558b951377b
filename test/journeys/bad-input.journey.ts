import { expect } from 'vitest';
import type { EditorOptions } from '../editor/editor';
import { wordingOf } from '../editor/wording';
import { journey } from './journey';

const { command } = wordingOf('en');

const OPTIONS: Omit<EditorOptions, 'vsix'> = {
  host: 'node',
  theme: 'light',
  folder: 'test/fixtures/workspace',
  settings: { 'saliency.model.en': 'nonsense' },
};

journey('bad input is told in a sentence, and what is good works after it', OPTIONS, async ({ workbench, text }) => {
  await workbench.openFile('empty.txt');
  await workbench.runCommand(command('explain'));
  await workbench.takeMessage(/no text to explain/);

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
