import type * as Tfjs from '@tensorflow/tfjs';
import { strToU8, zipSync } from 'fflate';
import { concatenate } from '../../../shared/concatenate';
import { hdf5Of, type Written } from './write-hdf5';

/** A model of one of Keras's formats: its file, and what is beside it. */
export interface WrittenModel {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly beside?: ReadonlyMap<string, Uint8Array>;
}

type Json = Record<string, unknown>;

/** A layer with its weights, as a model of tf.layers has them or as a test makes them up. */
export interface GivenLayer {
  readonly name: string;
  readonly kind: string;
  readonly weights: readonly Written[];
}

/** What is written: Keras's description of the layers, and their weights. */
export interface GivenModel {
  readonly config: Json;
  readonly layers: readonly GivenLayer[];
}

/** A model of tf.layers as Keras would describe it. */
export function givenOf(model: Tfjs.LayersModel): GivenModel {
  const config = JSON.parse(model.toJSON(undefined, true) as string) as Json;
  const layers = model.layers.map((layer): GivenLayer => ({
    name: layer.name,
    kind: layer.getClassName(),
    weights: layer.weights.map((weight, at) => ({
      path: partOf(weight.originalName, at),
      shape: weight.shape.map(Number),
      values: Float32Array.from(layer.getWeights()[at].dataSync()),
    })),
  }));
  return { config: { class_name: config.class_name, config: config.config }, layers };
}

/** The last part of `bidirectional_Bidirectional1/forward_lstm_LSTM1/kernel`, with what stands before it where that decides. */
const partOf = (name: string, at: number): string => {
  const parts = name.replace(/_\d+$/, '').split('/').slice(1);
  return parts.length > 0 ? parts.join('/') : `weight_${at}`;
};

/** The HDF5 file of Keras 2. */
export async function keras2(given: GivenModel, more: Json = {}): Promise<WrittenModel> {
  const weights = given.layers.flatMap(({ name, weights: own }) =>
    own.map((one): Written => ({ ...one, path: `model_weights/${name}/${name}/${one.path}:0` })),
  );
  const groups = given.layers.map(({ name, weights: own }) => [
    `model_weights/${name}`,
    { weight_names: own.map(({ path }) => `${name}/${path}:0`) },
  ]);
  const bytes = await hdf5Of({
    attributes: {
      '': {
        model_config: JSON.stringify(given.config),
        keras_version: typeof more.version === 'string' ? more.version : '2.12.0',
        backend: 'tensorflow',
        ...(more.training ? { training_config: JSON.stringify(more.training) } : {}),
      },
      model_weights: { layer_names: given.layers.map(({ name }) => name) },
      ...(Object.fromEntries(groups) as Record<string, Record<string, string[]>>),
    },
    weights,
  });
  return { file: 'model.h5', bytes };
}

const snake = (kind: string): string =>
  kind
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();

/** The archive of Keras 3: another description of the layers, and weights in folders that are named by their kinds. */
export async function keras3(given: GivenModel, assets: Readonly<Record<string, string>> = {}): Promise<WrittenModel> {
  const used = new Map<string, number>();
  const weights = given.layers.flatMap(({ kind, weights: own }) => {
    const name = snake(kind);
    const count = used.get(name) ?? 0;
    used.set(name, count + 1);
    const folder = `layers/${count === 0 ? name : `${name}_${count}`}`;
    const seed = /Dropout|Noise/.test(kind)
      ? [{ path: `${folder}/seed_generator/vars/0`, shape: [2], values: Float32Array.of(1, 2) }]
      : [];
    return [...seed, ...numbered(kind, folder, own)];
  });
  const bytes = zipSync({
    'config.json': strToU8(JSON.stringify(ofKeras3(given.config))),
    'metadata.json': strToU8(JSON.stringify({ keras_version: '3.3.3', date_saved: '2024-05-01@10:00:00' })),
    'model.weights.h5': await hdf5Of({ weights }),
    ...Object.fromEntries(Object.entries(assets).map(([name, text]) => [name, strToU8(text)])),
  });
  return { file: 'model.keras', bytes };
}

/** Weights are numbered within the part of a layer that has them. */
function numbered(kind: string, folder: string, weights: readonly Written[]): Written[] {
  const at = (place: string, from: number, to: number): Written[] =>
    weights.slice(from, to).map((one, index) => ({ ...one, path: `${folder}/${place}vars/${index}` }));
  const half = weights.length / 2;
  if (kind === 'Bidirectional')
    return [...at('backward_layer/cell/', half, 2 * half), ...at('forward_layer/cell/', 0, half)];
  const cells = ['LSTM', 'GRU', 'SimpleRNN'].includes(kind);
  return at(cells ? 'cell/' : '', 0, weights.length);
}

/** Keras 3 names modules, has `batch_shape`, and describes calls by the tensors that they read. */
function ofKeras3(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ofKeras3);
  if (typeof value !== 'object' || value === null) return value;
  const json = value as Json;
  const entries = Object.entries(json).map(([key, of]): [string, unknown] => {
    if (key === 'batch_input_shape') return ['batch_shape', of];
    if (key === 'inbound_nodes') return [key, (of as unknown[][]).map(callOf)];
    return [key, ofKeras3(of)];
  });
  const made = Object.fromEntries(entries);
  if (typeof json.class_name !== 'string') return made;
  return { module: 'keras.layers', registered_name: null, ...made };
}

function callOf(call: readonly unknown[]): Json {
  const tensors = (call as (readonly unknown[])[]).map(([layer, node, index]) => ({
    class_name: '__keras_tensor__',
    config: { shape: [null, null], dtype: 'float32', keras_history: [layer, node, index] },
  }));
  return { args: [tensors.length === 1 ? tensors[0] : tensors], kwargs: { mask: null } };
}

/** TensorFlow.js's Layers format. */
export function tfjs(given: GivenModel): WrittenModel {
  const all = given.layers.flatMap(({ name, weights }) =>
    weights.map((one) => ({ ...one, path: `${name}/${one.path}` })),
  );
  const bytes = concatenate(
    all.map(({ values }) => new Uint8Array(values.buffer, values.byteOffset, values.byteLength)),
  );
  const half = Math.floor(bytes.length / 2);
  const json = {
    format: 'layers-model',
    generatedBy: 'keras v2.12.0',
    convertedBy: null,
    modelTopology: { keras_version: '2.12.0', backend: 'tensorflow', model_config: given.config },
    weightsManifest: [
      {
        paths: ['group1-shard1of2.bin', 'group1-shard2of2.bin'],
        weights: all.map(({ path, shape }) => ({ name: path, shape, dtype: 'float32' })),
      },
    ],
  };
  return {
    file: 'model.json',
    bytes: strToU8(JSON.stringify(json)),
    beside: new Map([
      ['group1-shard1of2.bin', bytes.slice(0, half)],
      ['group1-shard2of2.bin', bytes.slice(half)],
    ]),
  };
}
