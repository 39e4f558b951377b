import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Files } from '../shared/protocol/explainer';

/** Files below a folder on disk: a clone, an installed package. */
export function nodeFiles(root: string): Files {
  return { read: (path) => readFile(join(root, path)) };
}
