import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { wordingOf } from '../editor/wording';
import { PATIENCE } from '../editor/workbench';
import { journey } from './journey';

const { command } = wordingOf('en');

journey('bad input is told in a sentence', { host: 'node', theme: 'light', folder: 'samples' }, async (editor) => {
  const { workbench, text, folder } = editor;
  const told = async (pattern: RegExp) => {
    await expect.poll(async () => (await workbench.notifications()).join('\n'), { timeout: PATIENCE }).toMatch(pattern);
    await editor.screenshot(`told ${pattern.source}`);
    await workbench.runCommand('Notifications: Clear All Notifications');
  };

  await writeFile(join(folder, 'empty.txt'), '');
  await workbench.openFile('empty.txt');
  await workbench.runCommand(command('explain'));
  await told(/no text to explain/);

  await editor.configure({ 'saliency.model.en': 'nonsense' });
  await workbench.openFile('film-reviews.md');
  await text.select('Two dull hours. I left early.');
  await workbench.runCommand(command('explain'));
  await told(/nonsense/);
  expect(await text.decorated()).toEqual([]);

  await editor.configure({});
  await workbench.runCommand(command('explain'));
  await text.waitForDecorations();
});
