import { damaged } from './damaged';
import type { Manifest, WeightSpec } from './manifest';
import { BYTES } from './quantization';
import { readBytes, type ReadFile } from './read-json';
import { concatenate } from '../../shared/concatenate';
import type { StoredWeight } from './stored-weight';

const sizeOf = (spec: WeightSpec): number => spec.shape.reduce((product, side) => product * side, 1);
const bytesOf = (spec: WeightSpec): number => sizeOf(spec) * BYTES[spec.quantization?.dtype ?? 'float32'];

/**
 * The weights by name, as they are stored. `expected`: the length each file should have, by the card; a file of another length
 * is named in the error.
 */
export async function readWeights(
  model: string,
  manifest: Manifest,
  expected: Readonly<Record<string, { readonly bytes: number }>>,
  read: ReadFile,
): Promise<Map<string, StoredWeight>> {
  const shard = async (path: string): Promise<Uint8Array> => {
    const bytes = await readBytes(model, path, read);
    const length = expected[path]?.bytes;
    if (length === undefined || bytes.length === length) return bytes;
    throw damaged(model, path, `has ${bytes.length} bytes where the card says ${length}`);
  };
  const groups = manifest.weightsManifest;
  const found = await Promise.all(groups.map(({ paths }) => Promise.all(paths.map(shard))));
  const weights = new Map<string, StoredWeight>();
  groups.forEach((group, index) => {
    const shards = found[index];
    const all = shards.length === 1 ? shards[0] : concatenate(shards);
    const needed = group.weights.reduce((sum, spec) => sum + bytesOf(spec), 0);
    if (all.length !== needed) {
      throw damaged(model, group.paths.join(', '), `has ${all.length} bytes where model.json needs ${needed}`);
    }
    let at = 0;
    for (const spec of group.weights) {
      weights.set(spec.name, { bytes: all.subarray(at, at + bytesOf(spec)), quantization: spec.quantization });
      at += bytesOf(spec);
    }
  });
  return weights;
}
