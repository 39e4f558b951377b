import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { resources } from '../input/resources';

/** The files of one of ours, by name, or of a folder: `./mine`, `/models/mine`. */
export function filesOfModel(model: string): (file: string) => Promise<Uint8Array> {
  const isFolder = /[\\/]/.test(model) || model.startsWith('.');
  return (file) => (isFolder ? readFile(join(model, file)) : resources().read(`models/${model}/${file}`));
}
