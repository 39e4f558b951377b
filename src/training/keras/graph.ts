import { outputName, type GraphConfig, type GraphNode } from '../../model/graph/graph-config';
import { convertLayer } from './convert/layers';
import type { TensorShape } from './convert/context';
import type { StoredNumbers } from './hdf5';
import { isObject, stringIn, type JsonObject, type KerasFile } from './keras-file';
import { damagedKeras, unsupportedModel, unsupportedSetting } from './refusal';
import { passesMask } from './padding';
import { topologyOf, type CallSettings, type KerasLayer, type OutputRef } from './topology';

/** The layers of a file as nodes with their weights, and the file's settings for the input. */
export interface ReadGraph {
  readonly nodes: readonly GraphNode[];
  readonly result: string;
  /** By full name, in the order in which they are written to disk. */
  readonly weights: ReadonlyMap<string, StoredNumbers>;
  /** The number of words of a text, if the file fixes it. */
  readonly length?: number;
  /** The TextVectorization layer, where the model has one. */
  readonly vectorization?: JsonObject;
  /** Sentences about how parts of the file were interpreted. */
  readonly notes: readonly string[];
}

interface Known {
  /** The node's name; empty for the word ids of the input. */
  readonly name: string;
  /** Whether Keras passes the padding mask on with it. */
  readonly masked?: boolean;
  readonly shapes: readonly TensorShape[];
}

/** @throws SaliencyError `unsupported-layer`, `unsupported-setting`, `unsupported-model`, `damaged-keras` */
export function graphOf(file: KerasFile): ReadGraph {
  const { layers, output } = topologyOf(file);
  const keras3 = Number(file.version.split('.')[0]) >= 3;
  const known = new Map<string, Known>();
  const nodes: GraphNode[] = [];
  const weights = new Map<string, StoredNumbers>();
  const notes: string[] = [];
  const input = new InputOf();
  for (const layer of layers) {
    layer.calls.forEach((refs, call) => {
      const name = call === 0 ? layer.name : `${layer.name}@${call}`;
      const below = refs.map((ref) => readOf(known, ref));
      const settings = layer.settings?.[call];
      if (isMask(layer, below, settings)) {
        known.set(keyOf(layer.name, call), { name: MASK, shapes: [[null]] });
        return;
      }
      if (settings) requireCall(layer, settings, below, known);
      if (input.takes(layer, below)) {
        known.set(keyOf(layer.name, call), { name: '', shapes: [[input.length ?? null]] });
        return;
      }
      const isEmbedding = layer.kind === 'Embedding';
      if (isEmbedding !== below.every((one) => one.name === '' && one.shapes.length > 0))
        throw isEmbedding ? notOnWords(layer) : withoutEmbedding(layer);
      const shapes = isEmbedding ? [[input.length ?? null]] : below.map(({ shapes: [shape] }) => shape);
      const stored = file.weightsOf(layer, layers);
      const context = { ...layer, shapes, keras3, stored: stored.map(({ shape }) => shape) };
      const converted = convertLayer(context);
      const isMasked = converted.node.op === 'embedding' ? converted.node.maskZero : passesMask(converted.node) && below.every((one) => one.masked); // prettier-ignore
      const own = converted.weights ?? {};
      if (call === 0) {
        take(file, layer, own, converted.order?.map((at) => stored[at]) ?? stored, weights);
        if (converted.note !== undefined) notes.push(`The layer “${layer.name}” (${layer.kind}) ${converted.note}.`);
      }
      input.embedded(layer, converted.outputs[0]);
      nodes.push({
        ...converted.node,
        ...{ name, layer: layer.name, kind: converted.kind ?? layer.kind },
        inputs: below.map((one) => one.name),
        weights: Object.fromEntries(Object.entries(own).map(([part, shape]) => [part, [...shape]])),
        output: [...converted.outputs[0]],
      });
      converted.outputs.forEach((shape, index) =>
        known.set(keyOf(layer.name, call, index), {
          name: outputName(name, index),
          shapes: [shape],
          masked: isMasked && index === 0,
        }),
      );
    });
  }
  const { name } = readOf(known, output);
  return {
    ...{ nodes, result: name, weights, notes },
    ...(input.length !== undefined && { length: input.length }),
    ...(input.vectorization && { vectorization: input.vectorization }),
  };
}

const keyOf = (layer: string, call: number, index = 0): string => `${layer} ${call} ${index}`;

function readOf(known: ReadonlyMap<string, Known>, { layer, call, index }: OutputRef): Known {
  const found = known.get(keyOf(layer, call, index));
  if (found) return found;
  throw unsupportedModel(
    `what it reads of the layer “${layer}” cannot be told (call ${call}, output ${index})`,
    'Save it as a plain Sequential or functional model.',
  );
}

/** The name under which the layer that computes a mask is known here. */
const MASK = '(mask)';

/** Keras 3 writes the mask of an Embedding as a layer of its own: `not_equal(ids, 0)`. */
const isMask = ({ kind }: KerasLayer, below: readonly Known[], settings: CallSettings | undefined): boolean =>
  kind === 'NotEqual' && below.length === 1 && below[0].name === '' && settings?.numbers.join() === '0';

/** Refuses calls of a layer that our graph cannot express. @throws SaliencyError `unsupported-setting` */
function requireCall(
  { name, kind }: KerasLayer,
  { masks, named }: CallSettings,
  below: readonly Known[],
  known: ReadonlyMap<string, Known>,
): void {
  const own = masks.every((ref) => readOf(known, ref).name === MASK);
  if (masks.length > 0 && !(own && below.some((one) => one.masked)))
    throw unsupportedSetting(name, kind, 'a mask of its own in its call', 'the mask of an Embedding with mask_zero');
  if (below.some((one) => one.name === MASK)) throw unsupportedSetting(name, kind, 'a mask as what it reads', 'word vectors'); // prettier-ignore
  for (const setting of ['training', 'use_causal_mask'])
    if (named[setting] === true || named[setting] === 1)
      throw unsupportedSetting(name, kind, `${setting}=true in its call`, `a call without ${setting}`);
}

const notOnWords = ({ name }: KerasLayer) =>
  unsupportedModel(
    `its Embedding “${name}” does not read the ids of words`,
    'Save a model whose Embedding reads its input, or a TextVectorization layer.',
  );
const withoutEmbedding = ({ name, kind }: KerasLayer) =>
  unsupportedModel(
    `its layer “${name}” (${kind}) reads the input without an Embedding`,
    'Supported are models that begin with an Embedding of word ids.',
  );

/** The layers before the word vectors: the input and, if there is one, a TextVectorization layer. */
class InputOf {
  length: number | undefined;
  vectorization: JsonObject | undefined;
  private inputs = 0;
  private fixed = false;

  /** Whether the layer only passes ids on. */
  takes({ name, kind, config }: KerasLayer, below: readonly Known[]): boolean {
    const shape = config.batch_shape ?? config.batch_input_shape;
    if (below.length === 0) this.shape(name, shape);
    if (kind === 'TextVectorization') {
      this.vectorization = config;
      this.fix(config.output_sequence_length);
      return true;
    }
    return kind === 'InputLayer';
  }

  /** An Embedding may fix the length as well. */
  embedded({ kind, config }: KerasLayer, shape: TensorShape): void {
    if (kind !== 'Embedding') return;
    this.fix(config.input_length);
    this.fix(shape[0]);
  }

  private shape(name: string, shape: unknown): void {
    this.inputs++;
    if (this.inputs > 1)
      throw unsupportedModel(
        'it has several inputs',
        'Supported are models with one input, the ids of a text’s words.',
      );
    if (!Array.isArray(shape)) return;
    if (shape.length > 2)
      throw unsupportedModel(
        `its input “${name}” has the shape [${shape.map((side) => String(side ?? '?')).join(', ')}]`,
        'Supported are models that read the ids of words: [batch, words].',
      );
    // The input is one string for each text.
    if (!this.fixed && shape[1] !== 1) this.fix(shape[1]);
  }

  private fix(length: unknown): void {
    if (typeof length !== 'number' || length < 1 || this.fixed) return;
    this.length = length;
    this.fixed = true;
  }
}

/** Assigns a layer's weights, whose shapes must match its settings. */
function take(
  { file }: KerasFile,
  { name, kind }: KerasLayer,
  wanted: Readonly<Record<string, readonly number[]>>,
  stored: readonly StoredNumbers[],
  weights: Map<string, StoredNumbers>,
): void {
  const parts = Object.entries(wanted);
  if (stored.length !== parts.length)
    throw damagedKeras(
      file,
      `the layer “${name}” (${kind}) has ${stored.length} weights where it needs ${parts.length}`,
    );
  parts.forEach(([part, shape], at) => {
    const found = stored[at];
    if (found.shape.join() !== shape.join())
      throw damagedKeras(
        file,
        `the weight “${part}” of the layer “${name}” (${kind}) has the shape [${found.shape.join(', ')}] where its settings ask for [${shape.join(', ')}]`,
      );
    weights.set(`${name}/${part}`, found);
  });
}

/** The number of labels, and how the result becomes logits. */
export interface LayerOutput {
  readonly result: string;
  readonly nodes: readonly GraphNode[];
  readonly logits: GraphConfig['logits'];
  readonly outputs: number;
  readonly notes: readonly string[];
}

/**
 * The graph up to the logits: the last activation (softmax, sigmoid or none) is left out.
 * @throws SaliencyError `unsupported-model`
 */
export function graphToLogits({ nodes, result }: ReadGraph, training: unknown): LayerOutput {
  const at = nodes.findIndex(({ name }) => name === result);
  const last = nodes.at(at);
  const outputs = last?.output.at(-1);
  if (!last || last.output.length !== 1 || typeof outputs !== 'number')
    throw unsupportedModel(
      'its output is not one vector of probabilities a text',
      'Supported are models that end with a Dense layer over the labels.',
    );
  if (last.op === 'activation' && last.inputs.length === 1) {
    const { activation } = last;
    const [below] = last.inputs;
    return {
      result: below,
      nodes: nodes.filter((node) => node !== last),
      outputs,
      ...meaning(activation, outputs, training),
    };
  }
  if (last.op !== 'dense') {
    if (last.op === 'identity')
      return graphToLogits({ nodes, result: last.inputs[0], weights: new Map(), notes: [] }, training);
    throw unsupportedModel(
      `it ends with the layer “${last.name}” (${last.kind})`,
      'Supported are models that end with a Dense layer over the labels.',
    );
  }
  const linear: GraphNode = { ...last, activation: 'linear', kind: 'Dense' };
  return {
    result,
    nodes: nodes.map((node) => (node === last ? linear : node)),
    outputs,
    ...meaning(last.activation, outputs, training),
  };
}

function meaning(activation: string, outputs: number, training: unknown): Pick<LayerOutput, 'logits' | 'notes'> {
  const loss = lossOf(training);
  if (activation === 'softmax' && outputs > 1) return { logits: 'linear', notes: [] };
  if (activation === 'sigmoid' && outputs === 1) return { logits: 'linear', notes: [] };
  if (activation === 'sigmoid' && outputs === 2)
    return {
      logits: 'log-sigmoid',
      notes: ['Its two outputs are sigmoids: their values are divided by their sum, so that they are probabilities.'],
    };
  if (activation === 'sigmoid')
    throw unsupportedModel(
      `each of its ${outputs} labels has a probability of its own (sigmoid)`,
      'Supported are models of which one label is right: softmax, or one sigmoid for two labels.',
    );
  if (activation === 'linear' && !/mean_|squared|absolute|mse|mae|huber|cosine/i.test(loss))
    return { logits: 'linear', notes: ['Its output has no activation: it is read as logits.'] };
  throw unsupportedModel(
    `its last layer ends with ${activation}${loss === '' ? '' : ` and was trained by ${loss}`}: that is no probability`,
    'Supported are softmax, sigmoid, and logits.',
  );
}

function lossOf(training: unknown): string {
  const loss = isObject(training) ? training.loss : undefined;
  return stringIn(loss) ?? (isObject(loss) ? (stringIn(loss.class_name) ?? '') : '');
}
