import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { translatedRowError, parsedFileError } from '../shared/file-errors';
import { FILE_ERRORS, ROW_ERRORS } from '../shared/strings/file-errors';
import { SaliencyError } from '../shared/saliency-error';
import { readIn } from './testing/collect';

const ROOT = join(import.meta.dirname, '..', '..');
const BUNDLES = readdirSync(join(ROOT, 'l10n')).map((file) => ({
  file,
  bundle: JSON.parse(readFileSync(join(ROOT, 'l10n', file), 'utf8')) as Readonly<Record<string, string>>,
}));

const fill = (template: string, values: readonly string[]): string =>
  template.replace(/\{(\d)\}/g, (_, at: string) => values[Number(at)]);

/** An English clause: names and endings of files are none. */
const hasEnglish = (text: string): boolean =>
  /(\b[a-z]{2,}\b[ ,]+){2}[a-z]{2,}/i.test(text.replace(/[“"][^”"]*[”"]/g, ''));

/** Files with every kind of damage, as people have them. */
const DAMAGED: readonly (readonly [file: string, content: string | Uint8Array])[] = [
  ['a.csv', 'id,text\n1,good,too\n2\n3,\n4,"a" b\n'],
  ['a.csv', 'id,text\n1,a\0b\n2,good one\n'],
  ['a.csv', new Uint8Array([...new TextEncoder().encode('text\n文字文字文字文字\n'), 0xff, 0x0a])],
  ['one.csv', 'text\nGood one\nBad one\n,,x,y\n'],
  ['numbers.csv', 'a,b\n1,2\n3,4\n'],
  ['a.jsonl', '{"text":"good"}\n{"text":\n7\n{"text":8}\n{"n":1}\n'],
  ['n.jsonl', '{"n":1}\n{"n":2}\n'],
  ['a.json', '{"text": "x", "b": [}'],
  ['a.ipynb', '{}'],
  ['a.srt', '1\n00:00:01,000 --> 00:00:02,000\nGood\n\nno time here\n'],
  ['a.txt', 'one\n\ntwo\n'],
  ['a.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3])],
  ['a.xls', '<html><body><table></table></body></html>'],
  ['long.md', `${'word '.repeat(50_000)}\n`],
];

test.each(BUNDLES)('no note about a damaged row is untranslated in $file', async ({ bundle }) => {
  const [untold, english]: string[][] = [[], []];
  const said = new Set<string>();
  for (const [file, content] of DAMAGED) {
    const { reading, records } = await readIn(file, content);
    for (const error of [...reading.damaged, ...records].flatMap(({ error = '' }) => (error === '' ? [] : [error]))) {
      const translated = translatedRowError(`Line 1: ${error}`, (id, values) => {
        said.add(id);
        return fill(bundle[ROW_ERRORS[id]], values);
      });
      if (translated.includes(error)) untold.push(error);
      if (hasEnglish(translated)) english.push(translated);
    }
  }
  expect(untold).toEqual([]);
  expect(english).toEqual([]);
  expect(said.size).toBeGreaterThanOrEqual(14);
});

const REFUSED: readonly (readonly [file: string, content: string | Uint8Array, options?: object])[] = [
  ['a.pdf', '%PDF-1.7'],
  ['a.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47])],
  ['a.parquet', 'PAR1'],
  ['a.sav', '$FL2@(#)'],
  ['a.feather', 'ARROW1'],
  ['a.7z', 'BZh91AY'],
  ['a.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])],
  ['a.sqlite', 'SQLite format 3'],
  ['a.csv', 'text\nx\n', { encoding: 'klingon' }],
  ['a.xlsx', 'text\nx\n', { format: 'xlsx' }],
];

test.each(BUNDLES)('no refusal of a file is untranslated in $file', async ({ bundle }) => {
  for (const [file, content, options = {}] of REFUSED) {
    const error = await readIn(file, content, options).then(() => undefined, (found: unknown) => found); // prettier-ignore
    const message = error instanceof SaliencyError ? error.message : '';
    const said = parsedFileError(message);
    expect([file, said?.id]).not.toEqual([file, undefined]);
    expect(hasEnglish(fill(bundle[FILE_ERRORS[said!.id]], said!.values))).toBe(false);
  }
});

test('every sentence is found again among all of them, with its values', () => {
  for (const [id, template] of Object.entries(ROW_ERRORS)) {
    const values = ['1', '2'].slice(0, (template.match(/\{\d\}/g) ?? []).length);
    expect(translatedRowError(fill(template, values), (found, own) => `${found} ${own.join()}`)).toBe(
      `${id} ${values.join()}`.replace(/^line .*/, 'line 1,2'),
    );
  }
  expect(translatedRowError('Line 7: There is no text in “a, b”.', (id, values) => `${id}(${values.join()})`)).toBe('line(7,noTextIn(a, b))'); // prettier-ignore
  expect(translatedRowError('Something that nobody knows.', () => 'x')).toBe('Something that nobody knows.');
});

test('what is said of rows and files stands in the tables, nowhere else in this room', () => {
  const found: string[] = [];
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((file) => /\.ts$/.test(file) && !/\.test\.|testing/.test(file)); // prettier-ignore
  for (const file of files) {
    const source = ts.createSourceFile(file, readFileSync(join(import.meta.dirname, file), 'utf8'), ts.ScriptTarget.Latest, true); // prettier-ignore
    const visit = (node: ts.Node): void => {
      const written = (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) && /^.[A-Z“$].*[.?]['`]$/s.test(node.getText()); // prettier-ignore
      if (written && / \w/.test(node.getText()) && !COMMAND_LINE.test(node.getText()))
        found.push(`${file}: ${node.getText()}`);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  expect(found).toEqual([]);
});

/** Said to who types a command, or worded by its code and data (`shared/strings/errors.ts`). */
const COMMAND_LINE = /--labels reads|There is no column/;
