import type * as vscode from 'vscode';
import { beforeEach, expect, test } from 'vitest';
import { Uri } from '../../../test/doubles/vscode';
import { readReviews } from '../../findings/review/review-file';
import { EditorFiles } from '../testing/editor-files';
import { Reviews } from './reviews';

const PATH = '/w/a.saliency.labels.ndjson';
let files: EditorFiles;

beforeEach(() => {
  files = new EditorFiles();
});

/** The reviews of a file as it was left, opened again. */
async function opened(...lines: readonly object[]): Promise<Reviews> {
  const written = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  files.contents.set(PATH, new TextEncoder().encode(written));
  const reviews = Reviews.beside(Uri.parse('file:/w/a.saliency.ndjson') as unknown as vscode.Uri);
  await reviews.load();
  return reviews;
}

const inFile = () => readReviews(new TextDecoder().decode(files.contents.get(PATH)));
const ONE = { row: 1, text: 'one', label: 'positive', file: 'a.csv', line: 2 };
const TWO = { row: 2, text: 'two', label: 'negative', note: 'irony' };

test('reviews follow their texts to other rows, in the file as well', async () => {
  const reviews = await opened(ONE, TWO);
  await reviews.place([{ row: 2, line: 3 }, { row: 3 }]);
  expect(reviews.all).toEqual([
    { ...ONE, row: 2, line: 3 },
    { ...TWO, row: 3 },
  ]);
  expect(inFile()).toEqual(reviews.all);
});

test('what has no row any more stays in the file and is no review of any row; it is placed again when its text comes back', async () => {
  const reviews = await opened(ONE, TWO);
  const before = files.contents.get(PATH);
  await reviews.place([null, { row: 2 }]);
  expect(reviews.all).toEqual([TWO]);
  expect(files.contents.get(PATH)).toBe(before);
  await reviews.say({ row: 1, review: { row: 1, label: 'neutral' }, text: 'new' });
  expect(inFile()).toHaveLength(3);
  expect(inFile()).toEqual(expect.arrayContaining([ONE, TWO, { row: 1, label: 'neutral', text: 'new' }]));
  const lines = await reviews.load();
  await reviews.place(lines.map(({ text }) => ({ row: ['new', 'one', 'two'].indexOf(text) + 1 })));
  expect(reviews.all.map(({ row, text }) => [row, text])).toEqual([
    [1, 'new'],
    [2, 'one'],
    [3, 'two'],
  ]);
});

test('a row is reviewed, or is taken back, before the others are there: that of another text with its number is not lost', async () => {
  const reviews = await opened(ONE, TWO);
  await reviews.say({ row: 1, review: { row: 1, label: 'neutral' }, text: 'nought' });
  await reviews.say({ row: 2, text: 'one' });
  await reviews.place([{ row: 2 }, { row: 3 }]);
  expect(reviews.all.map(({ row, text, label }) => [row, text, label])).toEqual([
    [1, 'nought', 'neutral'],
    [2, 'one', 'positive'],
    [3, 'two', 'negative'],
  ]);
});

test('what was said of a row meanwhile is newer than its review from before', async () => {
  const reviews = await opened(ONE, TWO);
  await reviews.say({ row: 2, review: { row: 2, label: 'neutral' }, text: 'one' });
  await reviews.place([{ row: 2 }, { row: 3 }]);
  expect(inFile().map(({ row, text, label }) => [row, text, label])).toEqual([
    [2, 'one', 'neutral'],
    [3, 'two', 'negative'],
  ]);
});
