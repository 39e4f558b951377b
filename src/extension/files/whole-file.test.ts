import { expect, test } from 'vitest';
import * as vscode from 'vscode';
import { EditorFiles } from '../testing/editor-files';
import { readReplacedFile, removeReplacedFile, replaceFile } from './whole-file';

const FILE = vscode.Uri.parse('memory:/storage/record.json');
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | undefined): string | undefined => bytes && new TextDecoder().decode(bytes);

test('replacements at once all succeed, and the last one stays', async () => {
  const files = new EditorFiles();
  const texts = ['one', 'two', 'three', 'four'];
  await Promise.all(texts.map((text) => replaceFile(FILE, bytesOf(text))));
  expect(files.texts()).toEqual({ '/storage/record.json': 'four' });
});

test('one that fails takes what it wrote away, and does not stop the next', async () => {
  const files = new EditorFiles();
  files.onOperation = (name) => {
    if (name === 'rename') throw new Error('no');
  };
  const failed = replaceFile(FILE, bytesOf('one'));
  await expect(failed).rejects.toThrow('no');
  expect(files.texts()).toEqual({});
  files.onOperation = () => undefined;
  await replaceFile(FILE, bytesOf('two'));
  expect(files.texts()).toEqual({ '/storage/record.json': 'two' });
});

test('a file that another window has renamed away is written anew', async () => {
  const files = new EditorFiles();
  let renames = 0;
  files.onOperation = (name) => {
    if (name === 'rename' && ++renames === 1) files.contents.delete('/storage/record.json.tmp');
  };
  await replaceFile(FILE, bytesOf('one'));
  expect(files.texts()).toEqual({ '/storage/record.json': 'one' });
});

test('cut off at any operation, what is read is the old file or the new one', async () => {
  const seen = new Set<string | undefined>();
  let isOver = false;
  for (let last = 0; !isOver; last++) {
    const files = new EditorFiles();
    // What was cut off never ends, and the next of the same file would wait for it, as it cannot in another process.
    const file = vscode.Uri.parse(`memory:/storage/${last}.json`);
    await replaceFile(file, bytesOf('the old text'));
    files.cutAfter(last);
    isOver = await Promise.race([replaceFile(file, bytesOf('the new text')).then(() => true), files.cut]);
    files.cutAfter(Infinity);
    const read = textOf(await readReplacedFile(file));
    seen.add(read);
    expect(['the old text', 'the new text'], `cut off after ${last} operations`).toContain(read);
  }
  expect(seen.size).toBe(2);
});

test('half of a file that was left is written over', async () => {
  const files = new EditorFiles();
  files.contents.set('/storage/record.json.tmp', bytesOf('ha'));
  await replaceFile(FILE, bytesOf('whole'));
  expect(files.texts()).toEqual({ '/storage/record.json': 'whole' });
});

test('what is removed is gone, with what may stand beside it', async () => {
  const files = new EditorFiles();
  files.contents.set('/storage/record.json.tmp', bytesOf('half'));
  const writing = replaceFile(FILE, bytesOf('whole'));
  await removeReplacedFile(FILE);
  await writing;
  expect(await readReplacedFile(FILE)).toBeUndefined();
  expect(files.texts()).toEqual({});
});
