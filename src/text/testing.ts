import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildJiebaTable, jiebaModule } from './zh/jieba/build.mjs';

// For tests only; all other code gets the bytes passed in.

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** jieba's table: built again if its sources changed, else from the cache beside the installed packages. */
export async function jiebaTable(): Promise<Uint8Array> {
  const hash = createHash('sha256').update(await jiebaModule());
  for (const name of ['build.mjs', 'lay-out.mjs']) hash.update(await readFile(path(`./zh/jieba/${name}`)));
  const file = path(`../../node_modules/.cache/saliency/jieba-${hash.digest('hex').slice(0, 16)}.table`);
  return readFile(file).catch(() => buildJiebaTable(file));
}
