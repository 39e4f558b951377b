import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { resources } from '../input/resources';

/** The files of a shipped model by its name, or of a model in a folder: `./mine`, `/models/mine`. */
export function filesOfModel(model: string): (file: string) => Promise<Uint8Array> {
  const isFolder = /[\\/]/.test(model) || model.startsWith('.');
  return (file) => (isFolder ? readFile(join(model, file)) : resources().read(`models/${model}/${file}`));
}
