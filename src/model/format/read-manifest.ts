import * as v from 'valibot';
import { SaliencyError } from '../../shared/saliency-error';
import { FORMAT_VERSION, manifestSchema, type Manifest } from './manifest';
import { readBytes, readJson, type ReadFile } from './read-json';

const versionOnly = v.looseObject({ formatVersion: v.pipe(v.number(), v.integer()) });

/**
 * `model.json` of a model.
 * @throws SaliencyError `newer-model` where it is of a format that this version does not know; `damaged-model`
 */
export async function readManifest(model: string, read: ReadFile): Promise<Manifest> {
  const bytes = await readBytes(model, 'model.json', read);
  const again = () => Promise.resolve(bytes);
  const manifest = await readJson(model, 'model.json', versionOnly, again);
  if (manifest.formatVersion > FORMAT_VERSION) throw newer(model, manifest.formatVersion);
  return readJson(model, 'model.json', manifestSchema, again);
}

function newer(model: string, version: number): SaliencyError {
  return new SaliencyError(
    `Model "${model}" is stored in format ${version}; this version of Saliency reads format ${FORMAT_VERSION}. Update Saliency.`,
    'newer-model',
    { model, version, known: FORMAT_VERSION },
  );
}
