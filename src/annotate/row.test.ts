import { expect, test } from 'vitest';
import { readIn } from '../records/testing/collect';
import type { BatchResult } from '../shared/protocol/batch';
import { outputRow } from './row';

const ANSWER = {
  text: '',
  language: 'en',
  model: 'en',
  label: 'neutral',
  probabilities: { neutral: 1 },
  milliseconds: 0,
  warnings: [],
} as unknown as BatchResult;

async function cellsOfRows(file: string, content: string, fields = {}) {
  const { records } = await readIn(file, content, { fields });
  return records.map((record, i) => outputRow({ row: i + 1, record, answer: ANSWER }).cells);
}

test.each([
  ['a title before the text', 'title,review,stars\ngood,good,5\nThe lamp hums,Bad lamp,1\n', [{ title: 'good', stars: '5' }, { title: 'The lamp hums', stars: '1' }]], // prettier-ignore
  ['a label before the text', 'label,text\nok,ok\nbad,too dim\n', [{ label: 'ok' }, { label: 'bad' }]],
  ['a column behind the text', 'text,reply\nThanks a lot,Thanks a lot\nBad lamp,Sorry\n', [{ reply: 'Thanks a lot' }, { reply: 'Sorry' }]], // prettier-ignore
  ['a name that occurs twice', 'text,label,text\nok,pos,ok\nbad,neg,bad\n', [{ label: 'pos', 'text (2)': 'ok' }, { label: 'neg', 'text (2)': 'bad' }]], // prettier-ignore
])('of the cells only that of the text is left out: %s', async (_, content, expected) => {
  expect(await cellsOfRows('a.csv', content)).toEqual(expected);
});

test('a column that is asked for as the text is the one that is left out', async () => {
  const cells = await cellsOfRows('a.csv', 'review,reply\nsame,same\nBad,Sorry\n', { text: 'reply' });
  expect(cells).toEqual([{ review: 'same' }, { review: 'Bad' }]);
});

test('of JSON the field of the text is left out, whatever stands in the others', async () => {
  const lines = [{ summary: 'ok', text: 'ok', n: 1 }, 'a text alone', { text: '', summary: 'empty' }];
  const cells = await cellsOfRows('a.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'));
  expect(cells).toEqual([{ summary: 'ok', n: '1' }, undefined, { summary: 'empty' }]);
});

test('a row without a text keeps all of its cells', async () => {
  const cells = await cellsOfRows('a.jsonl', '{"text":"ok","n":1}\n{"text":7,"n":2}\n');
  expect(cells).toEqual([{ n: '1' }, { text: '7', n: '2' }]);
});
