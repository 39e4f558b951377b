import { expect, test } from 'vitest';
import type { ViewChoices } from './state/overview-data';
import { knownView } from './use-overview';

/** All that a person can set up on the page: a choice that is added must be given here, and must last. */
const ALL: Required<ViewChoices> = {
  filter: [{ kind: 'search', text: 'motor' }],
  tab: 'review',
  next: [7, 3],
  nextTexts: [70, 30],
  where: ['product'],
  columns: ['text', 'product'],
  sort: { by: { column: 'product' }, descending: true },
  dates: 'posted',
  before: true,
};

test('what was set up on a page is as it was when the results are opened again', () => {
  const kept: unknown = JSON.parse(JSON.stringify(ALL));
  expect(knownView(kept as ViewChoices)).toEqual(ALL);
});
