import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { SaliencyError } from '../../shared/saliency-error';
import { aclImdbRow, isAclImdbText } from '../../training/rows/acl-imdb';
import { everydayFile, everydayPhrases, everydaySentences } from '../../training/rows/everyday';
import type { ByteStream } from '../../training/rows/lines';
import { readRecords } from '../../training/rows/records';
import { readRows } from '../../training/rows/read-rows';
import type { Row, RowFields } from '../../training/rows/row';

/** The half of an `aclImdb` tree to read when its root folder is given. */
export type Half = 'train' | 'test';

/** All rows of a file, of an `aclImdb` folder, or of a file of `data/everyday`. */
export async function rowsAt(path: string, fields: RowFields, half: Half): Promise<Row[]> {
  if (await isFolder(path)) return aclImdbRows(path, half);
  const everyday = everydayFile(path);
  if (everyday)
    return (everyday === 'sentences' ? everydaySentences : everydayPhrases)(await readFile(path, 'utf8'), path);
  const rows: Row[] = [];
  for await (const row of readRows(basename(path), streamOf(path), fields)) rows.push(row);
  return rows;
}

/** All records of a file as they are, even if values are missing. */
export async function recordsAt(path: string, fields: RowFields, half: Half): Promise<unknown[]> {
  if (await isFolder(path)) {
    const rows = await aclImdbRows(path, half);
    return rows.map(({ text, label, fields: all }) => ({ ...all, [fields.text]: text, [fields.label]: label }));
  }
  const records: unknown[] = [];
  for await (const { record } of readRecords(basename(path), streamOf(path))) records.push(record);
  return records;
}

const streamOf = (path: string): ByteStream => Readable.toWeb(createReadStream(path)) as ByteStream;

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new SaliencyError(`There is no file or folder ${path}.`, 'no-such-file');
  return found.isDirectory();
}

/** Reads `pos/` and `neg/` of the requested half, or of the folder itself. */
async function aclImdbRows(folder: string, half: Half): Promise<Row[]> {
  const inHalf = await textsIn(join(folder, half));
  const paths = inHalf.length > 0 ? inHalf : await textsIn(folder);
  if (paths.length === 0) {
    throw new SaliencyError(
      `${folder} is no aclImdb folder: there are no pos/*.txt and neg/*.txt in it.`,
      'no-such-file',
    );
  }
  const rows: Row[] = [];
  // One after the other, because a system does not allow 25,000 open files.
  for (const path of paths) {
    const row = aclImdbRow(path, await readFile(path, 'utf8'));
    if (row) rows.push(row);
  }
  return rows;
}

/** Paths with `/`, sorted by name, so that the order is the same on every machine. */
async function textsIn(folder: string): Promise<string[]> {
  const names = ['pos', 'neg'].map(async (label) => {
    const found = await readdir(join(folder, label)).catch(() => []);
    return found.map((name) => `${folder.replaceAll('\\', '/')}/${label}/${name}`).filter(isAclImdbText);
  });
  return (await Promise.all(names)).flat().sort();
}

/** The texts of a file, whether its rows have labels or not. */
export async function textsAt(path: string, field: string): Promise<string[]> {
  return (await rowsAt(path, { text: field, label: field }, 'train')).map(({ text }) => text);
}
