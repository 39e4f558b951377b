import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileSource } from '../../annotate/node/file-source';
import type { CountedSource } from '../../annotate/worker/file-store';
import { isAclImdbText, treeBytes, treeEncoding } from '../../records/acl-imdb';
import { ENDINGS } from '../../records/formats/table';
import { isReadable, withoutAbout } from '../../records/members';
import { SaliencyError } from '../../shared/saliency-error';

/** Which half of an `aclImdb` tree is meant where its root is given. */
export type AclImdbHalf = 'train' | 'test';

const SKIPPED = /^(\.|node_modules$)|\.saliency(\.labels)?\.|\.partial$/;

/**
 * The sources at a path: the file itself; in an `aclImdb` folder, its labelled texts; in any other folder, all files at any
 * depth whose endings are known.
 * @throws SaliencyError `no-such-file`
 */
export async function sourcesAt(path: string, half: AclImdbHalf = 'train', name = path): Promise<CountedSource[]> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new SaliencyError(`There is no file or folder ${path}.`, 'no-such-file', { file: path });
  if (!found.isDirectory()) return [await fileSource(path, name)];
  const inHalf = await textsIn(join(path, half));
  const texts = inHalf.length > 0 ? inHalf : await textsIn(path);
  if (texts.length > 0) return [aclImdbSource(name, texts)];
  const files = withoutAbout(await filesIn(path));
  if (files.length === 0) {
    throw new SaliencyError(
      `There is no file in ${path} that can be read. These are: ${ENDINGS.join(', ')}.`,
      'no-such-file',
      { file: path },
    );
  }
  return Promise.all(files.map((file) => fileSource(file)));
}

/** The sources of all paths; figures and cards name a file by its base name. */
export async function labelledSources(paths: readonly string[], half: AclImdbHalf): Promise<CountedSource[]> {
  return (await Promise.all(paths.map((path) => sourcesAt(path, half, basename(path))))).flat();
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
  const inside = entries.map(async (entry) => {
    const path = join(folder, entry.name);
    if (SKIPPED.test(entry.name)) return [];
    if (entry.isDirectory()) return filesIn(path);
    return entry.isFile() && isReadable(path) ? [path] : [];
  });
  return (await Promise.all(inside)).flat();
}

/** Paths of labelled texts with `/`, in the order of their names, which is the same on every machine. */
async function textsIn(folder: string): Promise<string[]> {
  const names = ['pos', 'neg'].map(async (label) => {
    const found = await readdir(join(folder, label)).catch(() => []);
    return found.map((name) => `${folder.replaceAll('\\', '/')}/${label}/${name}`).filter(isAclImdbText);
  });
  return (await Promise.all(names)).flat().sort();
}

/** The tree as NDJSON, one file after the other: 25,000 files opened at once are more than a system allows. */
function aclImdbSource(name: string, paths: readonly string[]): CountedSource {
  return {
    name: `${name}.ndjson`,
    read: () => 0,
    async *bytes() {
      const read = (path: string) => readFile(path);
      yield* treeBytes(paths, read, (await treeEncoding(paths, read)).name);
    },
  };
}
