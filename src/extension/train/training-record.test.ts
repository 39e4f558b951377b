import { expect, test } from 'vitest';
import * as vscode from 'vscode';
import { EditorFiles } from '../testing/editor-files';
import { RecordFile, type TrainingRecord } from './training-record';

const record = (epoch: number, state: TrainingRecord['state'] = 'running'): TrainingRecord => ({
  ...{ name: 'english-tickets', source: 'tickets.csv', session: 'a', at: 1, epoch, state },
  ...{ unlabelled: 0, decided: 'open' },
});

test('a sign of life on its way when the training ends is no failure, and the end stays', async () => {
  const files = new EditorFiles();
  const file = new RecordFile(vscode.Uri.parse('memory:/storage'));
  const signs = [1, 2, 3].map((epoch) => file.write(record(epoch)));
  await Promise.all([...signs, file.write(record(4, 'done'))]);
  expect(await file.read()).toMatchObject({ epoch: 4, state: 'done' });
  expect(Object.keys(files.texts())).toEqual(['/storage/training/training.json']);
});

test('a window that goes while it writes leaves a record that the next one can read', async () => {
  let isOver = false;
  for (let last = 0; !isOver; last++) {
    const files = new EditorFiles();
    const file = new RecordFile(vscode.Uri.parse(`memory:/storage/${last}`));
    await file.write(record(1));
    files.cutAfter(last);
    isOver = await Promise.race([file.write(record(2)).then(() => true), files.cut]);
    files.cutAfter(Infinity);
    expect([1, 2], `cut off after ${last} operations`).toContain((await file.read())?.epoch);
  }
});

test('a record that is forgotten is gone', async () => {
  const files = new EditorFiles();
  const file = new RecordFile(vscode.Uri.parse('memory:/storage'));
  const writing = file.write(record(1));
  await file.remove();
  await writing;
  expect(files.texts()).toEqual({});
  expect(await file.read()).toBeUndefined();
});
