import { expect, test } from 'vitest';
import { readOverviewMessage } from './overview-messages';

test.each([
  { type: 'ready' },
  { type: 'filter', filter: {} },
  { type: 'filter', filter: { label: 'positive', given: ['good', '1'] } },
  { type: 'openRow', row: 1 },
  { type: 'decide', row: 2, label: 'negative' },
  { type: 'decide', row: 2, label: null },
  { type: 'copy', text: '' },
])('a message of the protocol is taken: %j', (message) => {
  expect(readOverviewMessage(message)).toEqual(message);
});

test.each([
  undefined,
  'ready',
  {},
  { type: 'show' },
  { type: 'filter' },
  { type: 'filter', filter: null },
  { type: 'filter', filter: { label: 1 } },
  { type: 'openRow', row: 0 },
  { type: 'openRow', row: 1.5 },
  { type: 'decide', row: 2 },
])('anything else is refused: %j', (message) => {
  expect(readOverviewMessage(message)).toBeUndefined();
});
