import { describe, expect, it } from 'vitest';
import { gzipSync } from 'node:zlib';
import { aclImdbRow, isAclImdbText } from './acl-imdb';
import { rowFilter } from './filter';
import type { ByteStream } from './lines';
import { readRows } from './read-rows';
import { DEFAULT_FIELDS, type Row, type RowFields } from './row';

/** A stream that hands out `size` bytes at a time: characters and line ends fall between two pieces. */
function inPieces(bytes: Uint8Array, size: number): ByteStream {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, (at += size)));
    },
  });
}

async function rowsOf(
  name: string,
  file: string | Uint8Array,
  size = 3,
  fields: RowFields = DEFAULT_FIELDS,
): Promise<Row[]> {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const rows: Row[] = [];
  for await (const row of readRows(name, inPieces(bytes, size), fields)) rows.push(row);
  return rows;
}

const pairs = (rows: readonly Row[]): string[][] => rows.map(({ text, label }) => [text, label]);

describe('rows from files', () => {
  const ndjson = '{"text":"烧水也快 😀","label":"positive","n":1}\r\n\n{"text":"bad","label":0}';

  it.each([1, 2, 5, 1000])('NDJSON in pieces of %i bytes, also packed', async (size) => {
    const expected = [
      ['烧水也快 😀', 'positive'],
      ['bad', '0'],
    ];
    expect(pairs(await rowsOf('a.jsonl', ndjson, size))).toEqual(expected);
    expect(pairs(await rowsOf('a.ndjson.gz', new Uint8Array(gzipSync(ndjson)), size))).toEqual(expected);
    expect((await rowsOf('a.jsonl', ndjson))[0].fields['n']).toBe(1);
  });

  it('CSV and TSV with a header: quotes, line ends inside, byte order mark', async () => {
    const csv = '\uFEFFreview,label\r\n"good, ""really""\nyes",positive\r\nbad,negative\r\n';
    const fields = { text: 'review', label: 'label' };
    expect(pairs(await rowsOf('a.csv', csv, 4, fields))).toEqual([
      ['good, "really"\nyes', 'positive'],
      ['bad', 'negative'],
    ]);
    expect(pairs(await rowsOf('a.tsv', 'text\tlabel\na, b\t1\n'))).toEqual([['a, b', '1']]);
    expect(pairs(await rowsOf('a.tsv.gz', new Uint8Array(gzipSync('text\tlabel\nx\t2\n'))))).toEqual([['x', '2']]);
  });

  it.each([
    ['a.jsonl', '{"text":"a","label":"b"}\n{oops', /a\.jsonl, line 2 is not JSON/],
    ['a.jsonl', '{"text":"a"}', /a\.jsonl, line 1: there is no label in "label"/],
    ['a.jsonl', '{"label":"a"}', /line 1: there is no text in "text"/],
    ['a.jsonl', '[1]', /line 1: a row must be an object/],
    ['a.csv', 'body,label\nx,y\n', /a\.csv, row 1: there is no text in "text"/],
    ['a.csv', 'text,label\n"x,y\n', /a\.csv cannot be read as CSV/],
    ['a.parquet', 'x', /a\.parquet: rows are read from \.jsonl/],
  ])('%s: %s', async (name, file, message) => {
    await expect(rowsOf(name, file)).rejects.toMatchObject({ name: 'SaliencyError' });
    await expect(rowsOf(name, file)).rejects.toThrow(message);
  });

  it('the aclImdb tree: labels from the folders, stars from the names, nothing else', () => {
    expect(aclImdbRow('train/neg/12_3.txt', 'dull')).toMatchObject({ label: 'negative', fields: { stars: 3 } });
    expect(aclImdbRow('pos/0_10.txt', 'fine')).toMatchObject({ label: 'positive', fields: { stars: 10 } });
    const others = ['train/unsup/0_0.txt', 'train/labeledBow.feat', 'train/urls_pos.txt', 'imdb.vocab'];
    expect(others.filter(isAclImdbText)).toEqual([]);
  });

  it('are filtered by field and value, as text', async () => {
    const rows = await rowsOf('a.jsonl', '{"text":"a","label":"x","ok":true}\n{"text":"b","label":"x","ok":false}\n');
    expect(pairs(rows.filter(rowFilter(['ok=true'])))).toEqual([['a', 'x']]);
    expect(rows.filter(rowFilter(['ok=true', 'label=y']))).toEqual([]);
    const marked = [{ text: 'a', label: 'x', fields: { spans: [[0, 1]] } }, { text: 'b', label: 'x', fields: { spans: [] } }]; // prettier-ignore
    expect([...marked, ...rows].filter(rowFilter(['spans=*']))).toEqual(marked.slice(0, 1));
    expect(() => rowFilter(['ok'])).toThrow(/FIELD=VALUE/);
  });
});
