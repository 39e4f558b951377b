import type { ModelCard } from './card';
import type { Manifest } from './manifest';
import { store, type Storage } from './quantization';
import { sha256 } from './sha256';

export interface AddedWeights {
  /** The file they go into: `saliency.bin`. */
  readonly path: string;
  /** In disk order. */
  readonly weights: ReadonlyMap<string, { readonly shape: readonly number[]; readonly values: Float32Array }>;
  readonly storage: Storage;
  /** What the card says from now on. */
  readonly card: Partial<ModelCard>;
}

const utf8 = new TextEncoder();
const json = (value: unknown): Uint8Array => utf8.encode(`${JSON.stringify(value, null, 2)}\n`);

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
  const model = json({ ...manifest, weightsManifest: [...others, group] });
  const files = { ...card.files };
  for (const [name, of] of [
    ['model.json', model],
    [path, bytes],
  ] as const) {
    files[name] = { bytes: of.length, sha256: await sha256(of) };
  }
  const size = Object.values(files).reduce((sum, { bytes: of }) => sum + of, 0);
  return new Map([
    [path, bytes],
    ['model.json', model],
    ['card.json', json({ ...card, ...added.card, files, size })],
  ]);
}
