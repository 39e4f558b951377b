import { expect, test } from 'vitest';
import { sampleOf } from '../../annotate/worker/file-sample';
import { memorySource } from '../../records/testing/collect';
import type { ReadingPageMessage } from '../../shared/protocol/reading-to-host';
import { readingOf, type Choices } from './choices';
import { changedBy, viewOf } from './reading-choices';

const CHOICES: Choices = { unit: 'line', also: 'none', explain: true, faithfulness: false };
const SHOWN = { what: 'a.csv', results: 'a.saliency.ndjson', language: 'auto' };
const TABLE = 'id;title;comment;stars\n1;First one;Good and quick;5\n2;Second one;很慢;1\n3;Third one;Mir gefällt es gar nicht, leider;2\n4;x;;3\n'; // prettier-ignore

/** What the page would show after some changes. */
async function after(...messages: readonly ReadingPageMessage[]) {
  let choices = CHOICES;
  const look = () => sampleOf(memorySource('a.csv', TABLE), readingOf(choices));
  for (const message of messages) choices = changedBy(message, choices, await look()) ?? choices;
  return { choices, view: viewOf(SHOWN, await look(), choices) };
}

const usesOf = ({ columns }: ReturnType<typeof viewOf>) => columns.map(({ name, use }) => `${name}: ${use}`);

test('what is found is shown: columns with their uses, rows, languages, labels with examples', async () => {
  const { view } = await after();
  expect(usesOf(view)).toEqual(['id: id', 'title: none', 'comment: text', 'stars: label']);
  expect(view).toMatchObject({ rows: 4, whole: true, empty: 1, delimiter: ';', header: 1, depth: 'explained' });
  expect(view.languages.map(({ code }) => code).sort()).toEqual(['de', 'en', 'zh']);
  expect(view.cells[0]).toEqual(['1', 'First one', 'Good and quick', '5']);
  expect(view.columns.map(({ different, filled }) => [different, filled])).toEqual([[4, 4], [4, 4], [3, 3], [4, 4]]); // prettier-ignore
  expect(view.labels?.values[0]).toEqual({ value: '5', rows: 1, example: 'Good and quick', meaning: 'positive' });
});

test('a use belongs to one column: what had it before has none', async () => {
  const { view } = await after({ type: 'use', column: 'title', use: 'text' });
  expect(usesOf(view)).toEqual(['id: id', 'title: text', 'comment: none', 'stars: label']);
  const { view: second } = await after(
    { type: 'use', column: 'title', use: 'text' },
    { type: 'use', column: 'title', use: 'group' },
  );
  expect(usesOf(second)).toEqual(['id: id', 'title: group', 'comment: text', 'stars: label']);
  const { view: third } = await after({ type: 'use', column: 'stars', use: 'none' });
  expect(usesOf(third)).toEqual(['id: id', 'title: none', 'comment: text', 'stars: none']);
  expect(third.labels).toBeUndefined();
});

test('what a label means is said by one press, and left out by another', async () => {
  const { view } = await after({ type: 'meaning', value: '3', meaning: 'out' }, { type: 'meaning', value: '2', meaning: 'positive' }); // prettier-ignore
  const meanings = view.labels?.values.map(({ value, meaning }) => `${value}: ${meaning}`).sort();
  expect(meanings).toEqual(['1: negative', '2: positive', '3: out', '5: positive']);
  expect(view.labels?.unknown).toBe(0);
});

test('encoding, separator and header', async () => {
  const { view } = await after({ type: 'delimiter', sign: ',' });
  expect(view.delimiter).toBe(',');
  const { view: plain } = await after({ type: 'header', there: false });
  expect([plain.header, plain.rows]).toEqual([0, 5]);
  const { view: asked, choices } = await after({ type: 'encoding', name: 'gb18030' });
  expect(asked.encoding).toMatchObject({ name: 'gb18030', by: 'asked' });
  expect(changedBy({ type: 'encoding', name: '' }, choices, await sampleOf(memorySource('a.csv', TABLE), readingOf(choices)))?.encoding).toBeUndefined(); // prettier-ignore
});

test('what is done with each record', async () => {
  const { choices } = await after({ type: 'depth', depth: 'measured' }, { type: 'also', also: 'csv' }, { type: 'language', language: 'zh' }); // prettier-ignore
  expect(choices).toMatchObject({ explain: true, faithfulness: true, also: 'csv', language: 'zh' });
});
