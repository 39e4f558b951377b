import { describe, expect, it } from 'vitest';
import { aclImdbRecord, isAclImdbText } from '../../records/acl-imdb';
import { readIn } from '../../records/testing/collect';
import { rowFilter } from './filter';
import { labelKind, rowOfRecord, trainingRows } from './record-rows';

/** Rows as they are trained on. */
async function rowsIn(file: string, content: string) {
  const { records, reading } = await readIn(file, content);
  const rows = records.flatMap((record) => rowOfRecord(record, file) ?? []);
  return trainingRows(rows, labelKind(rows, [reading]), [reading]);
}
const pairs = async (file: string, content: string) =>
  (await rowsIn(file, content)).map(({ text, label }) => [text, label]);

describe('rows to train on', () => {
  it.each([
    ['classes of any notation', 'text,label\na good day,pos\na bad day,NEG\n', ['positive', 'negative']],
    [
      'the five degrees by their names',
      'text,label\na good day,very positive\na bad day,negative\n',
      ['very positive', 'negative'],
    ],
    ["a person's own labels", 'text,label\na good day,sports\na bad day,politics\n', ['sports', 'politics']],
    ['numbers of JSON', '{"text":"a good day","label":1}\n{"text":"a bad day","label":0}\n', ['positive', 'negative']],
  ])('%s', async (_, content, labels) => {
    const name = content.startsWith('{') ? 'a.jsonl' : 'a.csv';
    expect(await pairs(name, content)).toEqual([['a good day', labels[0]], ['a bad day', labels[1]]]); // prettier-ignore
  });

  it.each([
    ['a.csv', 'text,label\na good day,pos\nno label here,\n', /a\.csv, line 3: there is an empty label in “label”/],
    ['a.csv', 'text,n\na good day,x1\nanother one,y7\n', /no column of labels: name it with --label-field/],
    ['a.csv', 'text,label\na good day,pos\na bad day,odd\n', /odd \(1\).*--labels/],
  ])('%s: %j is an error that says what to do', async (file, content, message) => {
    await expect(rowsIn(file, content)).rejects.toMatchObject({ name: 'SaliencyError' });
    await expect(rowsIn(file, content)).rejects.toThrow(message);
  });

  it('classes of which one has the name of a sentiment are classes, unless a person said what labels mean', async () => {
    const emotions = ['joy', 'anger', 'grief', 'pride', 'relief', 'neutral'];
    const content = `text,label\n${emotions.map((emotion) => `a day of ${emotion},${emotion}\n`).join('')}`;
    expect((await rowsIn('a.csv', content)).map(({ label }) => label)).toEqual(emotions);
    const { records, reading } = await readIn('a.csv', content);
    const rows = records.flatMap((record) => rowOfRecord(record, 'a.csv') ?? []);
    expect(() => labelKind(rows, [reading], true)).toThrow(/it is not clear what these labels/);
  });

  it('keep all fields of JSON as they are', async () => {
    const [row] = await rowsIn(
      'a.jsonl',
      '{"text":"a good day","label":"pos","spans":[[0,1]]}\n{"text":"x","label":"neg"}\n',
    );
    expect(row.fields).toEqual({ text: 'a good day', label: 'pos', spans: [[0, 1]] });
  });

  it('the aclImdb tree: labels from the folders, stars from the names, nothing else', () => {
    expect(aclImdbRecord('train/neg/12_3.txt', 'dull')).toMatchObject({ label: 'negative', stars: 3 });
    expect(aclImdbRecord('pos/0_10.txt', 'fine')).toMatchObject({ label: 'positive', stars: 10 });
    const others = ['train/unsup/0_0.txt', 'train/labeledBow.feat', 'train/urls_pos.txt', 'imdb.vocab'];
    expect(others.filter(isAclImdbText)).toEqual([]);
  });

  it('are filtered by field and value, as text', async () => {
    const rows = await rowsIn('a.jsonl', '{"text":"a","label":"x","ok":true}\n{"text":"b","label":"x","ok":false}\n');
    expect(rows.filter(rowFilter(['ok=true'])).map(({ text }) => text)).toEqual(['a']);
    expect(rows.filter(rowFilter(['ok=true', 'label=y']))).toEqual([]);
    const marked = [{ text: 'a', label: 'x', fields: { spans: [[0, 1]] } }, { text: 'b', label: 'x', fields: { spans: [] } }]; // prettier-ignore
    expect([...marked, ...rows].filter(rowFilter(['spans=*']))).toEqual(marked.slice(0, 1));
    expect(() => rowFilter(['ok'])).toThrow(/FIELD=VALUE/);
  });
});
