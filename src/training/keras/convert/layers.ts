import { isObject, stringIn } from '../keras-file';
import { unsupportedLayer, unsupportedSetting } from '../refusal';
import { activationOf, booleanIn, numberIn, positiveIntegerIn, requireSetting, requireTypes } from '../settings';
import { convertAttention, convertAdditiveAttention } from './attention';
import type { ConvertContext, Convert } from './context';
import { mergers } from './merge';
import { convertBidirectional, convertRecurrent } from './recurrent';
import { perWord, sizeOf, widthOf, windowCount } from './shapes';

const identity: Convert = ({ shapes }) => ({ node: { op: 'identity' }, outputs: [shapes[0]] });

const embedding: Convert = (context) => {
  const { config, shapes } = context;
  const [rows, dimension] = [numberIn(config, 'input_dim', 0), numberIn(config, 'output_dim', 0)];
  const length = config.input_length;
  const time = shapes[0][0] ?? (typeof length === 'number' ? length : null);
  return {
    node: { op: 'embedding', dimension, maskZero: booleanIn(config, 'mask_zero') },
    weights: { embeddings: [rows, dimension] },
    outputs: [[time, dimension]],
  };
};

const conv1d =
  (separable: boolean): Convert =>
  (context) => {
    const { config, keras3 } = context;
    const { time, width: inputs } = perWord(context);
    const filters = numberIn(config, 'filters', 0);
    const width = positiveIntegerIn(context, config, 'kernel_size', 1);
    const stride = positiveIntegerIn(context, config, 'strides', 1);
    const dilation = positiveIntegerIn(context, config, 'dilation_rate', 1);
    const multiplier = numberIn(config, 'depth_multiplier', 1);
    requireSetting(context, config, 'padding', separable ? ['valid', 'same'] : ['valid', 'same', 'causal']);
    requireSetting(context, config, 'data_format', ['channels_last']);
    requireSetting(context, config, 'groups', [1]);
    const padding = (stringIn(config.padding) ?? 'valid') as 'valid' | 'same' | 'causal';
    const kernels: Readonly<Record<string, readonly number[]>> = separable
      ? { depthwise_kernel: [width, inputs, multiplier], pointwise_kernel: [1, inputs * multiplier, filters] }
      : { kernel: [width, inputs, filters] };
    const activation = activationOf(context, config.activation, keras3);
    return {
      node: { op: 'conv1d', width, stride, dilation, padding, activation, separable },
      weights: { ...kernels, ...(booleanIn(config, 'use_bias', true) && { bias: [filters] }) },
      outputs: [[windowCount(time, (width - 1) * dilation + 1, stride, padding), filters]],
      kind: `${context.kind}(${width}${activation === 'linear' ? '' : `, ${activation}`})`,
    };
  };

const pool =
  (of: 'max' | 'average'): Convert =>
  (context) => {
    const { config } = context;
    const { time, width: features } = perWord(context);
    const width = positiveIntegerIn(context, config, 'pool_size', 2);
    const stride = positiveIntegerIn(context, config, 'strides', width);
    requireSetting(context, config, 'padding', ['valid', 'same']);
    requireSetting(context, config, 'data_format', ['channels_last']);
    const padding = config.padding === 'same' ? 'same' : 'valid';
    return {
      node: { op: 'pool', of, width, stride, padding },
      outputs: [[windowCount(time, width, stride, padding), features]],
      kind: `${context.kind}(${width})`,
    };
  };

const globalPool =
  (of: 'max' | 'average'): Convert =>
  (context) => {
    const { config } = context;
    const { width } = perWord(context);
    requireSetting(context, config, 'data_format', ['channels_last']);
    const keepDims = booleanIn(config, 'keepdims');
    return { node: { op: 'global-pool', of, keepDims }, outputs: [keepDims ? [1, width] : [width]] };
  };

const dense: Convert = (context) => {
  const { config, shapes, keras3 } = context;
  const inputs = widthOf(context, [1, 2, 3]);
  const units = numberIn(config, 'units', 0);
  const activation = activationOf(context, config.activation, keras3);
  return {
    node: { op: 'dense', activation },
    weights: { kernel: [inputs, units], ...(booleanIn(config, 'use_bias', true) && { bias: [units] }) },
    outputs: [[...shapes[0].slice(0, -1), units]],
    kind: activation === 'linear' ? 'Dense' : `Dense(${activation})`,
  };
};

/** TimeDistributed: a layer applied at each word. The layers that we support do that anyway. */
const timeDistributed: Convert = (context) => {
  const inner = isObject(context.config.layer) ? context.config.layer : {};
  const kind = stringIn(inner.class_name) ?? '?';
  const config = isObject(inner.config) ? inner.config : {};
  if (kind === 'Dense') return dense({ ...context, kind, config });
  if (kind === 'Dropout' || kind === 'Activation') return LAYERS[kind]({ ...context, kind, config });
  throw unsupportedLayer(context.name, `TimeDistributed(${kind})`);
};

const flatten: Convert = (context) => {
  const [shape] = context.shapes;
  // A tensor with one dimension has no order to change.
  if (shape.length > 1) requireSetting(context, context.config, 'data_format', ['channels_last']);
  const size = sizeOf(shape);
  if (size === null)
    throw unsupportedSetting(context.name, context.kind, 'texts of any length before it', 'texts of one length');
  return { node: { op: 'flatten' }, outputs: [[size]] };
};

const reshape: Convert = (context) => {
  const { config, shapes } = context;
  const target = Array.isArray(config.target_shape) ? config.target_shape.map(Number) : [];
  const size = sizeOf(shapes[0]);
  const known = target.filter((side) => side >= 0).reduce((product, side) => product * side, 1);
  const output = target.map((side) => (side >= 0 ? side : size === null ? null : size / known));
  return { node: { op: 'reshape' }, outputs: [output] };
};

const permute: Convert = (context) => {
  const [shape] = context.shapes;
  requireSetting(context, context.config, 'dims', [[2, 1]]);
  return { node: { op: 'permute' }, outputs: [[shape[1], shape[0]]] };
};

const repeatVector: Convert = (context) => {
  const times = numberIn(context.config, 'n', 1);
  return { node: { op: 'repeat', times }, outputs: [[times, widthOf(context, [1])]] };
};

const layerNorm: Convert = (context) => {
  const { config, shapes } = context;
  const width = widthOf(context, [1, 2]);
  requireSetting(context, config, 'axis', [-1, [-1], shapes[0].length, [shapes[0].length]]);
  requireSetting(context, config, 'rms_scaling', [false]);
  return {
    node: { op: 'layer-norm', epsilon: numberIn(config, 'epsilon', 1e-3) },
    weights: {
      ...(booleanIn(config, 'scale', true) && { gamma: [width] }),
      ...(booleanIn(config, 'center', true) && { beta: [width] }),
    },
    outputs: [shapes[0]],
  };
};

const batchNorm: Convert = (context) => {
  const { config, shapes } = context;
  const width = widthOf(context, [1, 2]);
  requireSetting(context, config, 'axis', [-1, [-1], shapes[0].length, [shapes[0].length]]);
  requireSetting(context, config, 'renorm', [false]);
  return {
    node: { op: 'batch-norm', epsilon: numberIn(config, 'epsilon', 1e-3) },
    weights: {
      ...(booleanIn(config, 'scale', true) && { gamma: [width] }),
      ...(booleanIn(config, 'center', true) && { beta: [width] }),
      moving_mean: [width],
      moving_variance: [width],
    },
    outputs: [shapes[0]],
  };
};

/** The slope of the activation `leaky_relu`; the layer LeakyReLU has its own setting. */
const LEAK = 0.2;

const activation: Convert = (context) => {
  const of = activationOf(context, context.config.activation, context.keras3);
  return { node: { op: 'activation', activation: of, slope: of === 'leaky-relu' ? LEAK : 1, axis: -1 }, outputs: [context.shapes[0]], kind: of }; // prettier-ignore
};

const relu: Convert = (context) => {
  const { config, shapes } = context;
  requireSetting(context, config, 'threshold', [0]);
  requireSetting(context, config, 'max_value', [6]);
  const slope = numberIn(config, 'negative_slope', 0);
  if (config.max_value === 6 && slope !== 0)
    throw unsupportedSetting(context.name, context.kind, 'max_value and negative_slope', 'one of both');
  const of = config.max_value === 6 ? 'relu6' : slope === 0 ? 'relu' : 'leaky-relu';
  return { node: { op: 'activation', activation: of, slope, axis: -1 }, outputs: [shapes[0]] };
};

/** LeakyReLU and ELU, whose setting is the slope below 0. */
const sloped =
  (of: 'leaky-relu' | 'elu', otherwise: number): Convert =>
  ({ config, shapes }) => ({
    node: {
      op: 'activation',
      activation: of,
      slope: numberIn(config, 'negative_slope', numberIn(config, 'alpha', otherwise)),
      axis: -1,
    },
    outputs: [shapes[0]],
  });

const softmax: Convert = (context) => {
  const axis = numberIn(context.config, 'axis', -1);
  requireSetting(context, context.config, 'axis', [-1, 1, 2]);
  return { node: { op: 'activation', activation: 'softmax', slope: 1, axis }, outputs: [context.shapes[0]] };
};

const dropped = [
  'Dropout',
  'SpatialDropout1D',
  'GaussianDropout',
  'GaussianNoise',
  'AlphaDropout',
  'ActivityRegularization',
] as const;

/** Every supported kind of layer, by Keras's name. */
const LAYERS: Readonly<Record<string, Convert>> = {
  Embedding: embedding,
  LSTM: convertRecurrent,
  GRU: convertRecurrent,
  SimpleRNN: convertRecurrent,
  Bidirectional: convertBidirectional,
  Conv1D: conv1d(false),
  SeparableConv1D: conv1d(true),
  MaxPooling1D: pool('max'),
  AveragePooling1D: pool('average'),
  GlobalMaxPooling1D: globalPool('max'),
  GlobalAveragePooling1D: globalPool('average'),
  Dense: dense,
  TimeDistributed: timeDistributed,
  Flatten: flatten,
  Reshape: reshape,
  Permute: permute,
  RepeatVector: repeatVector,
  LayerNormalization: layerNorm,
  BatchNormalization: batchNorm,
  Activation: activation,
  ReLU: relu,
  LeakyReLU: sloped('leaky-relu', 0.3),
  ELU: sloped('elu', 1),
  Softmax: softmax,
  Attention: convertAttention,
  AdditiveAttention: convertAdditiveAttention,
  ...mergers,
  ...Object.fromEntries(dropped.map((kind) => [kind, identity])),
  // The names in older versions of Keras.
  MaxPool1D: pool('max'),
  AvgPool1D: pool('average'),
  GlobalMaxPool1D: globalPool('max'),
  GlobalAvgPool1D: globalPool('average'),
  Convolution1D: conv1d(false),
  SeparableConvolution1D: conv1d(true),
  BatchNormalizationV1: batchNorm,
};

/** @throws SaliencyError `unsupported-layer`, `unsupported-setting` */
export function convertLayer(context: ConvertContext): ReturnType<Convert> {
  const convert = Object.hasOwn(LAYERS, context.kind) ? LAYERS[context.kind] : customAttention(context);
  if (!convert) throw unsupportedLayer(context.name, context.kind);
  if (Object.hasOwn(LAYERS, context.kind)) requireTypes(context, context.config);
  return convert(context);
}

/** Custom attention layers are recognised by the shapes of their weights. */
const customAttention = ({ kind }: ConvertContext): Convert | undefined =>
  /attention/i.test(kind) && !/multi.?head/i.test(kind) ? convertAttention : undefined;
