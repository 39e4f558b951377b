import type * as Tfjs from '@tensorflow/tfjs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { full } from '../../model/architectures/testing';
import { startTestBackend } from '../../model/testing/backend';
import { imported, inspected, probabilities } from './testing/imported';
import { attention } from './testing/keras-layers';
import { embedding, functional, layers, sequential, type Oracle } from './testing/oracle';
import { keras2, keras3, tfjs, type GivenModel, type WrittenModel } from './testing/write-models';

// Options of layers that change what they do: each is honoured, as an oracle tells, or refused by its name.

beforeAll(startTestBackend);

const LENGTH = 9;
const TEXTS = [[3, 1, 4, 1, 5, 9, 2, 6, 5], [7], [2, 8, 1], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 3]];
const fixed = { inputLength: LENGTH };
const dense = () => layers.dense({ units: 3, activation: 'softmax' });

type Json = Record<string, unknown>;
interface Layer {
  readonly name?: string;
  readonly class_name: string;
  readonly config: Json;
}
const layersIn = ({ config }: GivenModel): readonly Layer[] => (config.config as { layers: readonly Layer[] }).layers;

/** A Sequential model whose description says some layers in another way; those that become undefined are left out. */
function said(given: GivenModel, change: (layer: Layer, before?: Layer) => Layer | undefined): GivenModel {
  const all = layersIn(given);
  const changed = all.map((layer, at) => change(layer, all[at - 1]));
  const kept = all.flatMap((layer, at) => (changed[at] ? [layer.config.name] : []));
  const config = { ...(given.config.config as Json), layers: changed.filter((layer) => layer !== undefined) };
  return {
    config: { ...given.config, config },
    layers: given.layers.filter(({ name }) => kept.includes(name)),
  };
}
const withConfig = (layer: Layer, more: Json): Layer => ({ ...layer, config: { ...layer.config, ...more } });

class Exponential extends full.layers.Layer {
  static readonly className = 'Exponential';
  override call(inputs: Tfjs.Tensor | Tfjs.Tensor[]): Tfjs.Tensor {
    return full.exp([inputs].flat()[0]);
  }
}

interface Case {
  readonly oracle: () => Oracle;
  readonly as: (given: GivenModel) => GivenModel;
}
const CASES: Record<string, Case> = {};
for (const [kind, pool] of Object.entries({
  GlobalMaxPooling1D: () => layers.globalMaxPooling1d(),
  GlobalAveragePooling1D: () => layers.globalAveragePooling1d({}),
}))
  CASES[`${kind} with keepdims`] = {
    oracle: () =>
      sequential(embedding(fixed), pool(), layers.reshape({ targetShape: [1, 5] }), layers.lstm({ units: 4, recurrentActivation: 'sigmoid' }), dense()), // prettier-ignore
    as: (given) =>
      said(given, (layer) => layer.class_name === 'Reshape' ? undefined : layer.class_name === kind ? withConfig(layer, { keepdims: true }) : layer), // prettier-ignore
  };
CASES['the activation exponential, alone and of a dense layer'] = {
  oracle: () =>
    sequential(embedding(fixed), layers.flatten(), layers.dense({ units: 4 }), new Exponential({}), dense()),
  as: (given) =>
    said(given, (layer) => layer.class_name === 'Exponential' ? { ...layer, class_name: 'Activation', config: { name: layer.config.name, activation: 'exponential' } } : layer), // prettier-ignore
};
CASES['the activation leaky_relu, alone'] = {
  oracle: () => sequential(embedding(fixed), layers.flatten(), layers.dense({ units: 6 }), layers.leakyReLU({ alpha: 0.2 }), dense()), // prettier-ignore
  as: (given) =>
    said(given, (layer) => layer.class_name === 'LeakyReLU' ? { ...layer, class_name: 'Activation', config: { name: layer.config.name, activation: 'leaky_relu' } } : layer), // prettier-ignore
};
CASES['the activation leaky_relu of a dense layer'] = {
  oracle: () => sequential(embedding(fixed), layers.flatten(), layers.dense({ units: 6 }), layers.leakyReLU({ alpha: 0.2 }), dense()), // prettier-ignore
  as: (given) =>
    said(
      given,
      (layer) =>
      layer.class_name === 'LeakyReLU' ? undefined : layer.class_name === 'Dense' && layer.config.units === 6 ? withConfig(layer, { activation: 'leaky_relu' }) : layer, // prettier-ignore
    ),
};
CASES['1 and 0 for true and false, as Python takes them'] = {
  oracle: () => sequential(embedding({ ...fixed, maskZero: true }), layers.lstm({ units: 4, recurrentActivation: 'sigmoid', returnSequences: true }), layers.lstm({ units: 3, recurrentActivation: 'sigmoid', useBias: false }), dense()), // prettier-ignore
  as: (given) =>
    said(given, (layer) => withConfig(layer, Object.fromEntries(Object.entries(layer.config).filter(([key, value]) => ['mask_zero', 'return_sequences', 'use_bias'].includes(key) && typeof value === 'boolean').map(([key, value]) => [key, Number(value)])))), // prettier-ignore
};

/**
 * Keras 3 writes the mask of an Embedding as an operation, as `keras.src` serialises one: its public name is missing, it
 * is called with the ids and the number 0, and each layer that takes a mask is handed its tensor by name.
 */
function withMaskLayer({ file, bytes }: WrittenModel, to: readonly string[], { numbers = [0], named = {} }: MaskOptions = {}): WrittenModel {
  const files = unzipSync(bytes);
  const model = JSON.parse(strFromU8(files['config.json'])) as { config: { layers: (Layer & { inbound_nodes: Json[] })[] } };
  const { layers: all } = model.config;
  const tensor = (name: string, dtype: string) => ({ class_name: '__keras_tensor__', config: { shape: [null, LENGTH], dtype, keras_history: [name, 0, 0] } });
  const mask = tensor('not_equal', 'bool');
  for (const layer of all)
    // A layer that reads a list of tensors gets a list of masks.
    if (to.includes(layer.class_name)) layer.inbound_nodes[0].kwargs = { ...named, mask: layer.class_name === 'Attention' ? [mask, mask] : mask };
  const [input] = all;
  all.splice(1, 0, { module: 'keras.src.ops.numpy', class_name: 'NotEqual', config: { name: 'not_equal' }, registered_name: 'NotEqual', name: 'not_equal', inbound_nodes: [{ args: [tensor(String(input.config.name), 'float32'), ...numbers], kwargs: {} }] } as never);
  return { file, bytes: zipSync({ ...files, 'config.json': strToU8(JSON.stringify(model)) }) };
} // prettier-ignore
interface MaskOptions {
  readonly numbers?: readonly number[];
  /** What else a layer's call names. */
  readonly named?: Json;
}

/** The same model as Keras 3 writes it into HDF5: the calls of Keras 3, and no names of modules. */
function inHdf5({ bytes }: WrittenModel, { layers: given }: GivenModel): Promise<WrittenModel> {
  const isOfModule = (key: string) => key === 'module' || key === 'registered_name';
  const config = JSON.parse(strFromU8(unzipSync(bytes)['config.json']), (key, value: unknown) => isOfModule(key) ? undefined : value) as Json; // prettier-ignore
  return keras2({ config, layers: given }, { version: '3.3.3' });
}

const masked = (): Oracle =>
  functional(LENGTH, (ids) => {
    const words = embedding({ maskZero: true }).apply(ids);
    return dense().apply(layers.lstm({ units: 4, recurrentActivation: 'sigmoid' }).apply(words)) as never;
  });

async function same(oracle: Oracle, written: WrittenModel): Promise<void> {
  await full.setBackend('cpu');
  const expected = oracle.predict(TEXTS, { length: LENGTH });
  await full.setBackend('wasm');
  const read = await imported(written);
  TEXTS.forEach((text, at) =>
    probabilities(read, text).forEach((value, label) => expect(value).toBeCloseTo(expected[at][label], 5)),
  );
}

describe.each(Object.entries(CASES))('%s', (_, { oracle, as }) => {
  test.each(Object.entries({ keras2, keras3, tfjs }))('%s', async (_, write) => {
    await full.setBackend('cpu');
    const model = oracle();
    await same(model, await write(as(model.given)));
  });
});

describe('the mask that Keras 3 writes as an operation is that of the Embedding', () => {
  beforeEach(() => full.setBackend('cpu') as Promise<unknown>);

  test('handed to an LSTM, in an archive and in HDF5', async () => {
    const model = masked();
    const written = withMaskLayer(await keras3(model.given), ['LSTM']);
    await same(model, written);
    await same(model, await inHdf5(written, model.given));
  });

  test('beside the training flag, which some versions name in each call', async () => {
    const model = masked();
    await same(model, withMaskLayer(await keras3(model.given), ['LSTM'], { named: { training: false } }));
  });

  test('in a list, to a layer that reads a list', async () => {
    const model = functional(LENGTH, (ids) => {
      const words = embedding({ maskZero: true }).apply(ids);
      const states = layers.lstm({ units: 4, recurrentActivation: 'sigmoid', returnSequences: true }).apply(words);
      const weighed = attention().apply([states, states] as never);
      return dense().apply(layers.globalMaxPooling1d().apply(weighed)) as never;
    });
    await same(model, withMaskLayer(await keras3(model.given), ['LSTM', 'Attention']));
  });

  test('handed on from layer to layer', async () => {
    const model = functional(LENGTH, (ids) => {
      const words = embedding({ maskZero: true }).apply(ids);
      const layer = layers.lstm({ units: 3, recurrentActivation: 'sigmoid', returnSequences: true });
      const both = layers.bidirectional({ layer, mergeMode: 'concat' }).apply(words);
      return dense().apply(layers.gru({ units: 4, recurrentActivation: 'sigmoid' }).apply(both)) as never; // prettier-ignore
    });
    const written = withMaskLayer(await keras3(model.given), ['Bidirectional', 'GRU']);
    await same(model, written);
    await same(model, await inHdf5(written, model.given));
  });
});

describe('what is not honoured is refused by its name', () => {
  beforeEach(() => full.setBackend('cpu') as Promise<unknown>);
  const sentence = async (written: WrittenModel | Promise<WrittenModel>): Promise<string> => {
    const error: unknown = await inspected(await written).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ name: 'SaliencyError' });
    return (error as Error).message;
  };
  const stack = (...some: readonly Tfjs.layers.Layer[]) => sequential(embedding(fixed), ...some, dense()).given;
  const bidirectional = () => layers.bidirectional({ layer: layers.lstm({ units: 4 }), mergeMode: 'concat' });
  test.each<[string, () => GivenModel, Json, RegExp]>([
    ['Flatten', () => stack(layers.flatten()), { data_format: 'channels_first' }, /\(Flatten\) has data_format="channels_first", which is not supported/],
    ['GlobalMaxPooling1D', () => stack(layers.globalMaxPooling1d()), { data_format: 'channels_first' }, /data_format="channels_first"/],
    ['GlobalMaxPooling1D', () => stack(layers.globalMaxPooling1d()), { keepdims: 'yes' }, /keepdims="yes", .* Supported is: true or false\./],
    ['BatchNormalization', () => stack(layers.globalMaxPooling1d(), layers.batchNormalization({})), { renorm: true }, /\(BatchNormalization\) has renorm=true/],
    ['BatchNormalization', () => stack(layers.globalMaxPooling1d(), layers.batchNormalization({})), { epsilon: '0.001' }, /epsilon="0.001", .* Supported is: a number\./],
    ['LayerNormalization', () => stack(layers.globalMaxPooling1d(), layers.layerNormalization({})), { rms_scaling: true }, /rms_scaling=true/],
    ['LeakyReLU', () => stack(layers.flatten(), layers.leakyReLU({})), { alpha: { class_name: '__numpy__' } }, /\(LeakyReLU\) has alpha=/],
    ['ReLU', () => stack(layers.flatten(), layers.reLU({})), { threshold: 0.5 }, /\(ReLU\) has threshold=0.5/],
    ['LSTM', () => stack(layers.lstm({ units: 4 })), { return_sequences: 'True' }, /\(LSTM\) has return_sequences="True"/],
    ['LSTM', () => stack(layers.lstm({ units: 4 })), { time_major: true }, /time_major=true/],
    ['Bidirectional', () => stack(bidirectional()), { backward_layer: { class_name: 'GRU', config: { units: 4 } } }, /\(Bidirectional\) has two layers that differ in kind \(LSTM, GRU\)/],
    ['Conv1D', () => stack(layers.conv1d({ filters: 2, kernelSize: 2 }), layers.flatten()), { groups: 2 }, /\(Conv1D\) has groups=2/],
    ['Dense', () => stack(layers.flatten()), { dtype: { class_name: 'QuantizedDTypePolicy', config: { name: 'int8_from_float32' } } }, /\(Dense\) has dtype=.*QuantizedDTypePolicy/],
    ['Embedding', () => stack(layers.flatten()), { mask_zero: 'no' }, /\(Embedding\) has mask_zero="no"/],
  ])('%s', async (kind, given, more, expected) => {
    const changed = said(given(), (layer) => (layer.class_name === kind ? withConfig(layer, more) : layer));
    expect(await sentence(keras2(changed))).toMatch(expected);
    expect(await sentence(keras3(changed))).toMatch(expected);
  }); // prettier-ignore

  test('how a layer is called', async () => {
    const { given } = masked();
    const called = (named: Json): GivenModel => {
      const all = layersIn(given).map(
        (layer) =>
        layer.class_name === 'LSTM' ? { ...layer, inbound_nodes: [[['embedding', 0, 0, named]].map(([, a, b, c]) => [nameOf(given, 'Embedding'), a, b, c])] } : layer, // prettier-ignore
      );
      return { ...given, config: { ...given.config, config: { ...(given.config.config as Json), layers: all } } };
    };
    expect(await sentence(keras2(called({ training: true })))).toMatch(/\(LSTM\) has training=true in its call/);
    expect(await sentence(keras2(called({ use_causal_mask: true })))).toMatch(/has use_causal_mask=true in its call/);
    const own = { mask: [nameOf(given, 'Embedding'), 0, 0] };
    expect(await sentence(keras2(called(own)))).toMatch(/\(LSTM\) has a mask of its own in its call/);
    await inspected(await keras2(called({ training: false, mask: null })));
    // Neither is a mask what another number makes, or what reads words that were not masked.
    expect(await sentence(withMaskLayer(await keras3(given), ['LSTM'], { numbers: [1] }))).toMatch(
      /“not_equal” \(NotEqual\)/,
    );
    const open = functional(LENGTH, (ids) => dense().apply(layers.lstm({ units: 4 }).apply(embedding().apply(ids))) as never); // prettier-ignore
    expect(await sentence(withMaskLayer(await keras3(open.given), ['LSTM']))).toMatch(/a mask of its own in its call/);
  });
});

const nameOf = (given: GivenModel, kind: string): unknown =>
  layersIn(given).find(({ class_name }) => class_name === kind)!.config.name;
