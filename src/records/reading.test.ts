import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { columnOf } from './reading';
import { readIn } from './testing/collect';

/** What a person is shown first: format, the columns by what they are, and whether that is sure. */
async function shown(name: string, content: string | Uint8Array) {
  const { reading } = await readIn(name, content, { piece: 1_000 });
  const { format, sure, columns } = reading;
  const named = (role: 'text' | 'label' | 'group') => columnOf(reading, role);
  return { format, sure, columns, text: named('text'), label: named('label'), group: named('group') };
}

describe('what a source looks like', () => {
  test('a table with one column of texts is sure, and its label and category are found', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `${i},It was number ${i} and I liked it a lot.,${i % 2},film`);
    const found = await shown('a.csv', ['id,review,label,category', ...rows].join('\n'));
    expect(found).toMatchObject({ format: 'csv', text: 'review', label: 'label', group: 'category', sure: true });
    expect(found.columns[1]).toMatchObject({
      name: 'review',
      example: 'It was number 0 and I liked it a lot.',
      role: 'text',
    });
  });

  test('two columns of texts are not sure: somebody should be asked', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, i) => `The room was clean and quiet ${i},Breakfast was cold and came late ${i}`,
    );
    const found = await shown('b.csv.gz', gzipSync(['first half,second half', ...rows].join('\n')));
    expect(found.sure).toBe(false);
    expect(found.columns).toMatchObject([
      { name: 'first half', role: 'text' },
      { name: 'second half', free: true },
    ]);
  });

  test('numbers alone hold no text', async () => {
    expect(await shown('c.csv', 'a,b\n1,2\n3,4\n')).toMatchObject({ sure: false });
  });

  test('dotted paths of NDJSON, cut off in the middle of a line', async () => {
    const line = (i: number) =>
      JSON.stringify({ user: { name: 'x' }, body: { words: `It is number ${i}, and good.` } });
    const content = Array.from({ length: 8_000 }, (_, i) => line(i)).join('\n');
    expect(await shown('d.ndjson', content)).toMatchObject({ text: 'body.words', sure: true });
  });

  test('plain text has no fields', async () => {
    expect(await shown('e.txt', 'One line.\nTwo lines.\n')).toMatchObject({ format: 'text', columns: [], sure: true });
    expect(await shown('', '')).toMatchObject({ format: 'text', columns: [], sure: true });
  });
});
