import { expect } from 'vitest';
import { wordingOf } from '../editor/wording';
import { journey } from './journey';

const { command } = wordingOf('en');

journey(
  'bad input is told in a sentence',
  { host: 'node', theme: 'light', folder: 'test/fixtures/workspace' },
  async (editor) => {
    const { workbench, text } = editor;
    await workbench.openFile('empty.txt');
    await workbench.runCommand(command('explain'));
    expect(await workbench.takeMessages()).toEqual([expect.stringContaining('no text to explain')]);

    await editor.configure({ 'saliency.model.en': 'nonsense' });
    await workbench.openFile('en.txt');
    await text.select('The plot is thin, but I loved every minute of it.');
    await workbench.runCommand(command('explain'));
    expect(await workbench.takeMessages()).toEqual([expect.stringContaining('nonsense')]);
    expect(await text.decorated()).toEqual([]);

    await editor.configure({});
    await workbench.runCommand(command('explain'));
    await text.waitForDecorations();
  },
);
