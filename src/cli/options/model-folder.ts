import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { MODELS } from '../../engine/installation';
import { ModelCatalogue } from '../../engine/local/catalogue';
import { OWN_MODELS } from '../../engine/own-models';
import type { Files } from '../../shared/protocol/explainer';
import { SaliencyError } from '../../shared/saliency-error';
import { resources } from '../input/resources';

/** What models have in common, seen from the folder of one. */
const SHARED = '../vocabularies/';

const isFolder = (model: string): boolean => /[\\/]/.test(model) || model.startsWith('.');

/** The files of a shipped model by its name, or of a model in a folder: `./mine`, `/models/mine`. */
export function filesOfModel(model: string): (file: string) => Promise<Uint8Array> {
  if (isFolder(model)) return (file) => readIn(model, file, resources());
  return (file) => resources().read(`${MODELS}/${model}/${file}`);
}

/**
 * A file of a model in a folder. A vocabulary that shipped models share stands beside their folders; for a copy of one of
 * these folders alone it is that of the installation.
 */
async function readIn(folder: string, file: string, shipped: Files): Promise<Uint8Array> {
  const path = join(folder, file);
  return file.startsWith(SHARED) && !existsSync(path)
    ? shipped.read(`${MODELS}/${file.slice('../'.length)}`)
    : readFile(path);
}

/** A model as `--model` names it, and the files that an explainer needs to find it by that name. */
export interface NamedModel {
  readonly name: string | undefined;
  readonly files: Files;
}

/**
 * A model by its name, or by its folder, which stands in for an installed model of the same name.
 * @throws SaliencyError `unknown-model` where there is no model in the folder
 */
export function namedModel(model: string | undefined, shipped = resources()): NamedModel {
  if (model === undefined || !isFolder(model)) return { name: model, files: shipped };
  const folder = resolve(model);
  const name = basename(folder);
  if (!existsSync(join(folder, 'model.json')))
    throw new SaliencyError(`There is no model in the folder ${model}: it has no model.json.`, 'unknown-model', {
      model,
      models: [],
    });
  return { name, files: { read: (path) => readOf(path, name, folder, shipped) } };
}

/** @throws SaliencyError `unknown-model` where there is no such model, with the names that there are */
export async function requireModel(model: string, shipped = resources()): Promise<void> {
  if (isFolder(model)) namedModel(model, shipped);
  else await new ModelCatalogue(shipped).card(model);
}

async function readOf(path: string, name: string, folder: string, shipped: Files): Promise<Uint8Array> {
  if (path === OWN_MODELS.list) return new TextEncoder().encode(JSON.stringify([name]));
  for (const models of [MODELS, OWN_MODELS.folder]) {
    const within = `${models}/${name}/`;
    if (path.startsWith(within)) return readIn(folder, path.slice(within.length), shipped);
    const shared = `..${path.slice(models.length)}`;
    if (path.startsWith(models) && shared.startsWith(SHARED)) return readIn(folder, shared, shipped);
  }
  return shipped.read(path);
}
