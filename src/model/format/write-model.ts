import type { CardDraft, ModelCard } from '../../shared/model-card';
import { FORMAT_VERSION, type Manifest, type WeightSpec } from './manifest';
import { store, type Storage } from './quantization';
import { sha256 } from './sha256';
import { concatenate } from '../../shared/concatenate';
import { cutShards } from './shards';

export interface ModelToWrite {
  readonly card: CardDraft;
  readonly config: object;
  /** `vocabulary.txt`, one token per line. */
  readonly vocabulary: string;
  /** In disk order. */
  readonly weights: ReadonlyMap<string, { readonly shape: readonly number[]; readonly values: Float32Array }>;
  /** How each weight is stored; by name. */
  readonly storage: (name: string) => Storage;
}

const utf8 = new TextEncoder();
const json = (value: unknown): Uint8Array => utf8.encode(`${JSON.stringify(value, null, 2)}\n`);

/** The files of a model by name. The same model gives the same bytes. */
export async function writeModel(model: ModelToWrite): Promise<Map<string, Uint8Array>> {
  const specs: WeightSpec[] = [];
  const pieces: Uint8Array[] = [];
  for (const [name, { shape, values }] of model.weights) {
    const { bytes, quantization } = store(values, model.storage(name));
    specs.push({ name, shape: [...shape], dtype: 'float32', ...(quantization && { quantization }) });
    pieces.push(bytes);
  }
  const shards = cutShards(concatenate(pieces));
  const manifest: Manifest = {
    formatVersion: FORMAT_VERSION,
    architecture: model.card.architecture,
    config: { ...model.config },
    weightsManifest: [{ paths: [...shards.keys()], weights: specs }],
  };
  const files = new Map([['model.json', json(manifest)], ...shards, ['vocabulary.txt', utf8.encode(model.vocabulary)]]);
  const sums: ModelCard['files'] = {};
  for (const [name, bytes] of files) sums[name] = { bytes: bytes.length, sha256: await sha256(bytes) };
  const size = Object.values(sums).reduce((total, file) => total + file.bytes, 0);
  const card: ModelCard = { ...model.card, size, files: sums };
  return files.set('card.json', json(card));
}
