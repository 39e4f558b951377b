import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { previewOf } from './preview';
import { memorySource } from './testing/collect';

const AS_IS = { fields: {}, unit: 'line' } as const;
const preview = (name: string, content: string | Uint8Array) => previewOf(memorySource(name, content, 1_000), AS_IS);

describe('what a source looks like', () => {
  test('a table with one column of texts is sure, and its label and category are found', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `${i},It was number ${i} and I liked it a lot.,${i % 2},film`);
    const found = await preview('a.csv', ['id,review,label,category', ...rows].join('\n'));
    expect(found).toMatchObject({ format: 'csv', text: 'review', label: 'label', group: 'category', sure: true });
    expect(found.fields[0]).toEqual({ name: 'review', example: 'It was number 0 and I liked it a lot.' });
  });

  test('two columns of texts are not sure: somebody should be asked', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, i) => `The room was clean and quiet ${i},Breakfast was cold and came late ${i}`,
    );
    const found = await preview('b.csv.gz', gzipSync(['first half,second half', ...rows].join('\n')));
    expect(found.sure).toBe(false);
    expect(found.fields.map(({ name }) => name).sort()).toEqual(['first half', 'second half']);
  });

  test('numbers alone hold no text', async () => {
    expect(await preview('c.csv', 'a,b\n1,2\n3,4\n')).toMatchObject({ sure: false });
  });

  test('dotted paths of NDJSON, cut off in the middle of a line', async () => {
    const line = (i: number) =>
      JSON.stringify({ user: { name: 'x' }, body: { words: `It is number ${i}, and good.` } });
    const content = Array.from({ length: 8_000 }, (_, i) => line(i)).join('\n');
    expect(await preview('d.ndjson', content)).toMatchObject({ text: 'body.words', sure: true });
  });

  test('plain text has no fields', async () => {
    expect(await preview('e.txt', 'One line.\nTwo lines.\n')).toEqual({ format: 'text', fields: [], sure: true });
    expect(await preview('', '')).toEqual({ format: 'text', fields: [], sure: true });
  });
});
