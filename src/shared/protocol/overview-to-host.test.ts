import { expect, test } from 'vitest';
import { readOverviewMessage } from './overview-to-host';

const review = { row: 2, label: 'negative', order: 'random', reason: [{ start: 0, end: 4 }], note: 'sarcasm' };

test.each([
  { type: 'ready' },
  { type: 'more' },
  { type: 'openRow', row: 1 },
  { type: 'explainRow', row: 7 },
  { type: 'review', said: { row: 2, review, text: 'It broke.', prediction: 'positive', file: 'a.csv', line: 3 } },
  { type: 'review', said: { row: 2, text: 'It broke.' } },
  { type: 'view', view: { filter: [{ kind: 'search', text: 'motor' }], tab: 'rows', where: ['product'] } },
  { type: 'share', request: { format: 'xlsx', language: 'zh', filter: [], rows: true } },
  { type: 'saveRows', rows: [1, 5] },
  { type: 'copy', text: '' },
])('a message of the protocol is taken: %j', (message) => {
  expect(readOverviewMessage(message)).toEqual(message);
});

test.each([
  undefined,
  'ready',
  {},
  { type: 'show' },
  { type: 'openRow', row: 0 },
  { type: 'openRow', row: 1.5 },
  { type: 'review', said: { row: 2 } },
  { type: 'review', said: { row: 2, text: 'a', review: { ...review, order: 'first' } } },
  { type: 'share', request: { format: 'exe', language: 'zh', filter: [], rows: true } },
  { type: 'saveRows', rows: ['1'] },
])('anything else is refused: %j', (message) => {
  expect(readOverviewMessage(message)).toBeUndefined();
});
