import { expect, test } from 'vitest';
import * as vscode from 'vscode';
import { EditorFiles } from '../testing/editor-files';
import { moveFolder, writeFolder } from './whole-folder';

const at = (path: string): vscode.Uri => vscode.Uri.parse(`memory:${path}`);
const filesOf = (texts: Record<string, string>): EditorFiles => {
  const files = new EditorFiles();
  for (const [path, text] of Object.entries(texts)) files.contents.set(path, new TextEncoder().encode(text));
  return files;
};
const PARTIAL = { '/models/.one.partial/card.json': 'new', '/models/.one.partial/model.json': 'new' };

test('a folder is moved at once where there is none of that name', async () => {
  const files = filesOf(PARTIAL);
  await moveFolder(at('/models/.one.partial'), at('/models/one'));
  expect(files.texts()).toEqual({ '/models/one/card.json': 'new', '/models/one/model.json': 'new' });
});

test('into a folder of that name, whose other files stay; cut off at any operation, it has no card or all files', async () => {
  let isOver = false;
  const states = new Set<string>();
  for (let last = 0; !isOver; last++) {
    const files = filesOf({ ...PARTIAL, '/models/one/card.json': 'old', '/models/one/model.json': 'old', '/models/one/notes.txt': 'mine' }); // prettier-ignore
    files.cutAfter(last);
    isOver = await Promise.race([
      moveFolder(at('/models/.one.partial'), at('/models/one')).then(() => true),
      files.cut,
    ]);
    const texts = files.texts();
    expect(texts['/models/one/notes.txt']).toBe('mine');
    const card = texts['/models/one/card.json'];
    if (card) expect(texts['/models/one/model.json']).toBe(card);
    states.add(String(card));
  }
  expect([...states].sort()).toEqual(['new', 'old', 'undefined']);
});

test('a folder that cannot be written to its end leaves nothing', async () => {
  const made = ['model.json', 'card.json'].map((file) => ({ file, bytes: new TextEncoder().encode('new') }));
  for (const failing of ['writeFile', 'rename'] as const) {
    const files = filesOf({ '/models/two/card.json': 'mine' });
    files.onOperation = (name, path) => {
      if (name === failing && !path.endsWith('/model.json')) throw new Error('no room');
    };
    await expect(writeFolder(at('/models/one'), made)).rejects.toThrow('no room');
    expect(files.texts()).toEqual({ '/models/two/card.json': 'mine' });
    files.onOperation = () => undefined;
    await writeFolder(at('/models/one'), made);
    expect(files.texts()).toEqual({ '/models/two/card.json': 'mine', '/models/one/card.json': 'new', '/models/one/model.json': 'new' }); // prettier-ignore
  }
});
