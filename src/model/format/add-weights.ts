import type { ModelCard } from '../../shared/model-card';
import type { Manifest } from './manifest';
import { store, type Storage } from './quantization';
import { jsonFile, withFiles } from './with-files';

export interface AddedWeights {
  /** The file they go into: `saliency.bin`. */
  readonly path: string;
  /** In disk order. */
  readonly weights: ReadonlyMap<string, { readonly shape: readonly number[]; readonly values: Float32Array }>;
  readonly storage: Storage;
  /** Fields of the card that replace the earlier ones. */
  readonly card: Partial<ModelCard>;
}

/**
 * Adds a group of weights to a model on disk, or replaces the one of the same path; the model's other weights stay as
 * they are.
 *
 * @returns the files that change, by name: the new one, `model.json` and `card.json`
 */
export async function addWeights(
  manifest: Manifest,
  card: ModelCard,
  added: AddedWeights,
): Promise<Map<string, Uint8Array>> {
  const { path, weights, storage } = added;
  const stored = [...weights].map(([name, { shape, values }]) => ({ name, shape, ...store(values, storage) }));
  const bytes = new Uint8Array(stored.reduce((sum, { bytes: of }) => sum + of.length, 0));
  let at = 0;
  for (const { bytes: of } of stored) {
    bytes.set(of, at);
    at += of.length;
  }
  const group = {
    paths: [path],
    weights: stored.map(({ name, shape, quantization }) => ({
      ...{ name, shape: [...shape], dtype: 'float32' as const },
      ...(quantization && { quantization }),
    })),
  };
  const others = manifest.weightsManifest.filter(({ paths }) => !paths.includes(path));
  const model = jsonFile({ ...manifest, weightsManifest: [...others, group] });
  return withFiles(
    { ...card, ...added.card },
    new Map([
      [path, bytes],
      ['model.json', model],
    ]),
  );
}
