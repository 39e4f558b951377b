import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { SaliencyError } from '../engine/surface';
import { aclImdbRow, isAclImdbText } from '../training/rows/acl-imdb';
import type { ByteStream } from '../training/rows/lines';
import { readRows } from '../training/rows/read-rows';
import type { Row, RowFields } from '../training/rows/row';

/** Which half of an `aclImdb` tree is meant where its root is given. */
export type Half = 'train' | 'test';

/** All rows of a file, or of an `aclImdb` folder. */
export async function rowsAt(path: string, fields: RowFields, half: Half): Promise<Row[]> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new SaliencyError(`There is no file or folder ${path}.`, 'no-such-file');
  if (found.isDirectory()) return aclImdbRows(path, half);
  const rows: Row[] = [];
  const stream = Readable.toWeb(createReadStream(path)) as ByteStream;
  for await (const row of readRows(basename(path), stream, fields)) rows.push(row);
  return rows;
}

/** `pos/` and `neg/` of the half that is asked for, or of the folder itself. */
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
  // One after the other: 25,000 files opened at once are more than a system allows.
  for (const path of paths) {
    const row = aclImdbRow(path, await readFile(path, 'utf8'));
    if (row) rows.push(row);
  }
  return rows;
}

/** Paths with `/`, in the order of their names, which is the same on every machine. */
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
