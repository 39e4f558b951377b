import { restore } from '../../model/format/quantization';
import { concatenate } from '../../shared/concatenate';
import type { StoredNumbers } from './hdf5';
import { isObject, stringIn, type JsonObject, type KerasFile } from './keras-file';
import { damagedKeras, notKeras, unsupportedModel } from './refusal';

/** Reads a file in the same folder as the model file. */
export type ReadBeside = (path: string) => Promise<Uint8Array>;

const BYTES: Readonly<Record<string, number>> = { float32: 4, float16: 2, int32: 4, uint8: 1, uint16: 2, bool: 1 };

/** TensorFlow.js's Layers format: `model.json` and the shards beside it. @throws SaliencyError */
export async function readTfjs(file: string, bytes: Uint8Array, beside: ReadBeside): Promise<KerasFile> {
  const json = parsed(file, bytes);
  if (json.format === 'graph-model')
    throw unsupportedModel(
      'it is a graph model of TensorFlow.js, whose layers are lost',
      'Convert the Keras model with --output_format=tfjs_layers_model, or import the .h5 or .keras file itself.',
    );
  const topology = json.modelTopology;
  if (!isObject(topology) || !Array.isArray(json.weightsManifest)) throw notKeras(file);
  const model = isObject(topology.model_config) ? topology.model_config : topology;
  const weights = await read(file, json.weightsManifest, beside);
  return {
    file,
    format: 'TensorFlow.js Layers',
    model,
    training: topology.training_config ?? json.trainingConfig,
    version: stringIn(topology.keras_version) ?? '2',
    weightsOf: ({ name }) => weights.filter(({ path }) => path.startsWith(`${name}/`)),
  };
}

function parsed(file: string, bytes: Uint8Array): JsonObject {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (isObject(value)) return value;
  } catch {
    // The error is raised below.
  }
  throw notKeras(file);
}

async function read(file: string, groups: readonly unknown[], beside: ReadBeside): Promise<StoredNumbers[]> {
  const found: StoredNumbers[] = [];
  for (const group of groups) {
    if (!isObject(group) || !Array.isArray(group.paths) || !Array.isArray(group.weights)) throw notKeras(file);
    const shards = await Promise.all(group.paths.map((path) => shard(file, String(path), beside)));
    const bytes = concatenate(shards);
    let at = 0;
    for (const spec of group.weights) {
      const weight = weightOf(file, spec, bytes, at);
      found.push(weight.numbers);
      at = weight.end;
    }
  }
  return found;
}

async function shard(file: string, path: string, beside: ReadBeside): Promise<Uint8Array> {
  if (path.split(/[\\/]/).includes('..')) throw damagedKeras(file, `it names a file outside its folder (${path})`);
  try {
    return await beside(path);
  } catch {
    throw damagedKeras(file, `the file “${path}” that it names is not beside it`);
  }
}

function weightOf(
  file: string,
  spec: unknown,
  bytes: Uint8Array,
  at: number,
): { readonly numbers: StoredNumbers; readonly end: number } {
  if (!isObject(spec) || !Array.isArray(spec.shape)) throw damagedKeras(file, 'its list of weights is damaged');
  const [path, shape] = [String(spec.name), spec.shape.map(Number)];
  const quantization = isObject(spec.quantization) ? spec.quantization : undefined;
  const dtype = String(quantization?.dtype ?? spec.dtype);
  const size = shape.reduce((product, side) => product * side, 1);
  const end = at + size * (BYTES[dtype] ?? NaN);
  if (!(end <= bytes.length)) throw damagedKeras(file, `the weight “${path}” is cut short`);
  const own = bytes.subarray(at, end);
  const values = (): Float32Array => {
    if (dtype === 'float32') return restore(own, undefined);
    if (dtype === 'float16') return restore(own, { dtype });
    if (dtype === 'uint8' || dtype === 'uint16')
      return restore(own, { dtype, scale: Number(quantization?.scale ?? 1), min: Number(quantization?.min ?? 0) });
    throw damagedKeras(file, `the weight “${path}” is of a type that is not read (${dtype})`);
  };
  return { numbers: { path, shape, values }, end };
}
