import { isObject, stringIn, type JsonObject, type KerasFile, type LayerId } from './keras-file';
import { damagedKeras, unsupportedModel } from './refusal';

/** An output of a layer: the layer, the number of the call, and the number of the output. */
export interface OutputRef {
  readonly layer: string;
  readonly call: number;
  readonly index: number;
}

/** The arguments of one call of a layer, beside its inputs. */
export interface CallSettings {
  /** The masks that are passed in, as Keras 3 does if an Embedding masks padding. */
  readonly masks: readonly OutputRef[];
  /** All other arguments that are not tensors, by name: `training`. */
  readonly named: JsonObject;
  /** Numbers among the inputs, such as the 0 of `not_equal(ids, 0)`. */
  readonly numbers: readonly number[];
}

/** A layer and the model's calls of it. */
export interface KerasLayer extends LayerId {
  readonly config: JsonObject;
  readonly calls: readonly (readonly OutputRef[])[];
  /** The arguments of each call; left out: none but the inputs. */
  readonly settings?: readonly CallSettings[];
}

export interface Topology {
  readonly layers: readonly KerasLayer[];
  readonly output: OutputRef;
}

/** The layers of a Sequential or functional model, and how they are connected. @throws SaliencyError */
export function topologyOf({ file, model }: KerasFile): Topology {
  if (!isObject(model)) throw damagedKeras(file, 'the description of its layers is missing');
  const kind = stringIn(model.class_name);
  const { config } = model;
  const layers = Array.isArray(config) ? config : isObject(config) ? config.layers : undefined;
  if (!Array.isArray(layers) || layers.length === 0) {
    if (kind !== undefined && !['Sequential', 'Functional', 'Model'].includes(kind)) throw subclassed(kind);
    throw damagedKeras(file, 'the list of its layers is missing');
  }
  const given = layers.map((layer) => entryOf(file, layer));
  if (kind === 'Sequential') return sequential(given);
  return functional(file, given, config as JsonObject);
}

const subclassed = (kind: string) =>
  unsupportedModel(
    `its class “${kind}” keeps its layers in Python code, not in the file`,
    'Build it as a Sequential or functional model, and save that.',
  );

interface Entry extends LayerId {
  readonly config: JsonObject;
  readonly inbound: unknown;
}

function entryOf(file: string, layer: unknown): Entry {
  if (!isObject(layer)) throw damagedKeras(file, 'the list of its layers is damaged');
  const kind = stringIn(layer.class_name);
  const config = isObject(layer.config) ? layer.config : {};
  const name = stringIn(layer.name) ?? stringIn(config.name);
  if (kind === undefined || name === undefined) throw damagedKeras(file, 'a layer has no name or no class');
  // Custom classes are named with the package that registered them: `Custom>Attention`.
  return { name, kind: kind.split('>').at(-1)!, config, inbound: layer.inbound_nodes };
}

function sequential(entries: readonly Entry[]): Topology {
  const layers = entries.map(({ name, kind, config }, at): KerasLayer => ({
    ...{ name, kind, config },
    calls: [at === 0 ? [] : [{ layer: entries[at - 1].name, call: 0, index: 0 }]],
  }));
  return { layers, output: { layer: layers[layers.length - 1].name, call: 0, index: 0 } };
}

function functional(file: string, entries: readonly Entry[], config: JsonObject): Topology {
  const layers = entries.map(({ name, kind, config: own, inbound }): KerasLayer => {
    if (inbound !== undefined && !Array.isArray(inbound))
      throw damagedKeras(file, `the inputs of “${name}” are damaged`);
    const given = (inbound ?? []) as readonly unknown[];
    const calls = given.map((call) => referencesIn(withoutMasks(call)));
    return { name, kind, config: own, calls: calls.length === 0 ? [[]] : calls, settings: given.map(settingsOf) };
  });
  const outputs = referencesIn(config.output_layers);
  if (outputs.length !== 1) {
    throw unsupportedModel(
      `it has ${outputs.length} outputs`,
      'Save a model with one output: the probabilities of the labels.',
    );
  }
  return { layers: inOrder(file, layers), output: outputs[0] };
}

/** The named arguments of a call: `kwargs` in Keras 3, the fourth part of each reference in Keras 2. */
function namedIn(call: unknown): JsonObject {
  if (isObject(call)) return isObject(call.kwargs) ? call.kwargs : {};
  if (!Array.isArray(call)) return {};
  const [layer, , , named] = call as unknown[];
  if (typeof layer === 'string') return isObject(named) ? named : {};
  return Object.assign({}, ...call.map(namedIn)) as JsonObject;
}

/** A call without its mask arguments. */
function withoutMasks(call: unknown): unknown {
  if (Array.isArray(call)) return call.map(withoutMasks);
  if (!isObject(call) || call.class_name === '__keras_tensor__') return call;
  return Object.fromEntries(Object.entries(call).flatMap(([key, of]) => (key === 'mask' ? [] : [[key, withoutMasks(of)]]))); // prettier-ignore
}

function settingsOf(call: unknown): CallSettings {
  const { mask, ...named } = namedIn(call);
  const args = isObject(call) && Array.isArray(call.args) ? (call.args as readonly unknown[]) : [];
  return { masks: referencesIn(mask), named, numbers: args.filter((one) => typeof one === 'number') };
}

/**
 * The references to outputs in a call, at any depth and in order: `["lstm", 0, 0]`, or Keras 3's `__keras_tensor__`.
 */
function referencesIn(value: unknown): OutputRef[] {
  if (Array.isArray(value)) {
    const [layer, call, index] = value as unknown[];
    if (typeof layer === 'string' && typeof call === 'number' && typeof index === 'number')
      return [{ layer, call, index }, ...value.slice(3).flatMap((more) => referencesIn(more))];
    return value.flatMap((one) => referencesIn(one));
  }
  if (!isObject(value)) return [];
  if (value.class_name === '__keras_tensor__') {
    const config = isObject(value.config) ? value.config : {};
    return referencesIn(config.keras_history);
  }
  return Object.values(value).flatMap((one) => referencesIn(one));
}

/** The layers, sorted so that each follows its inputs. */
function inOrder(file: string, layers: readonly KerasLayer[]): KerasLayer[] {
  const byName = new Map(layers.map((layer) => [layer.name, layer]));
  const done: KerasLayer[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const visit = (layer: KerasLayer): void => {
    if (state.get(layer.name) === 'done') return;
    if (state.get(layer.name) === 'open') throw damagedKeras(file, `the layer “${layer.name}” reads itself`);
    state.set(layer.name, 'open');
    for (const { layer: name } of layer.calls.flat()) {
      const below = byName.get(name);
      if (!below) throw damagedKeras(file, `“${layer.name}” reads a layer “${name}” that is not there`);
      if (below !== layer) visit(below);
    }
    state.set(layer.name, 'done');
    done.push(layer);
  };
  layers.forEach(visit);
  return done;
}
