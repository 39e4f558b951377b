import * as v from 'valibot';

// The layers of an imported model as `model.json` stores them: those of Keras, in the order in which they are computed.

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const size = v.pipe(v.number(), v.integer(), v.minValue(1));

/** Activations that the stock backend computes; `hard-sigmoid` is Keras 2's, `hard-sigmoid-3` that of Keras 3. */
export const ACTIVATIONS = [
  'linear',
  'relu',
  'relu6',
  'sigmoid',
  'tanh',
  'softmax',
  'elu',
  'selu',
  'leaky-relu',
  'softplus',
  'softsign',
  'swish',
  'gelu',
  'mish',
  'exponential',
  'hard-sigmoid',
  'hard-sigmoid-3',
] as const;
export type Activation = (typeof ACTIVATIONS)[number];

const activation = v.picklist(ACTIVATIONS);
const padding = v.picklist(['valid', 'same', 'causal']);

const common = {
  /** The name of this call of the layer. Its output is called `name`, or `name#1` where it is not the first of several. */
  name: v.string(),
  /** The prefix of the names of its weights; all calls of one layer have the same. */
  layer: v.string(),
  /** As Keras has it, for the table of layers. */
  kind: v.string(),
  /** Its inputs: outputs of earlier nodes. */
  inputs: v.array(v.string()),
  /** Its weights by their names after `layer/`, in Keras's order. */
  weights: v.record(v.string(), v.array(size)),
  /** Shape of its first output without the batch; `null` is the length of the text. */
  output: v.array(v.nullable(count)),
};

const recurrent = {
  cell: v.picklist(['lstm', 'gru', 'simple-rnn']),
  units: size,
  activation,
  recurrentActivation: activation,
  /** A state for each word rather than the last one. */
  sequences: v.boolean(),
  /** The last states as further outputs. */
  states: v.boolean(),
  /** GRU: the reset gate is applied after the product with the state, as cuDNN does. */
  resetAfter: v.boolean(),
  /** Outputs of skipped words are zero instead of the state before. */
  zeroMasked: v.boolean(),
};

const nodeSchema = v.variant('op', [
  v.object({ ...common, op: v.literal('embedding'), dimension: size, maskZero: v.boolean() }),
  v.object({ ...common, op: v.literal('recurrent'), ...recurrent, backwards: v.boolean() }),
  v.object({
    ...common,
    op: v.literal('bidirectional'),
    ...recurrent,
    merge: v.picklist(['concat', 'sum', 'mul', 'ave', 'none']),
  }),
  v.object({
    ...common,
    op: v.literal('conv1d'),
    width: size,
    stride: size,
    dilation: size,
    padding,
    activation,
    separable: v.boolean(),
  }),
  v.object({
    ...common,
    op: v.literal('pool'),
    of: v.picklist(['max', 'average']),
    width: size,
    stride: size,
    padding,
  }),
  v.object({ ...common, op: v.literal('global-pool'), of: v.picklist(['max', 'average']), keepDims: v.boolean() }),
  v.object({ ...common, op: v.literal('dense'), activation }),
  v.object({ ...common, op: v.literal('flatten') }),
  v.object({ ...common, op: v.literal('reshape') }),
  v.object({ ...common, op: v.literal('permute') }),
  v.object({ ...common, op: v.literal('repeat'), times: size }),
  v.object({
    ...common,
    op: v.literal('merge'),
    of: v.picklist(['concatenate', 'add', 'subtract', 'multiply', 'average', 'maximum', 'minimum']),
    axis: v.number(),
  }),
  v.object({ ...common, op: v.literal('dot'), axes: v.tuple([size, size]) }),
  v.object({ ...common, op: v.literal('layer-norm'), epsilon: v.number() }),
  v.object({ ...common, op: v.literal('batch-norm'), epsilon: v.number() }),
  v.object({ ...common, op: v.literal('activation'), activation, slope: v.number(), axis: v.number() }),
  /** Dropout and similar layers, which do nothing outside of training. */
  v.object({ ...common, op: v.literal('identity') }),
  /** Keras's own Attention and AdditiveAttention. */
  v.object({ ...common, op: v.literal('attention'), score: v.picklist(['dot', 'concat', 'additive']) }),
  /** e = tanh(x·W + b), or its product with a vector; softmax over the words; weighted sum. */
  v.object({ ...common, op: v.literal('feed-forward-attention') }),
  /** V·tanh(W1·x + W2·q); softmax over the words; weighted sum, and the weights as a second output. */
  v.object({ ...common, op: v.literal('query-attention') }),
]);

export const graphSchema = v.object({
  input: v.object({
    /** Words that a text is padded or cut to; left out: texts are as long as they are. */
    length: v.optional(size),
    padding: v.picklist(['pre', 'post']),
    cut: v.picklist(['first', 'last']),
    /** Id of the token that stands before each text; left out: none does. */
    start: v.optional(count),
    /** Words out of vocabulary are left out of a text, as Keras's Tokenizer does without `oov_token`. */
    skipsUnknown: v.boolean(),
    /** Rows of the embeddings. */
    words: size,
  }),
  nodes: v.pipe(v.array(nodeSchema), v.minLength(1)),
  /** The node whose output is read as logits; its activation is linear. */
  result: v.string(),
  /** `log-sigmoid`: each label had a sigmoid of its own; the logits are their logarithms. */
  logits: v.picklist(['linear', 'log-sigmoid']),
  outputs: size,
});
export type GraphConfig = v.InferOutput<typeof graphSchema>;
export type GraphNode = GraphConfig['nodes'][number];
export type NodeOf<Op extends GraphNode['op']> = Extract<GraphNode, { op: Op }>;

/** A network of imported layers, to be built on tfjs. */
export interface GraphPlan extends GraphConfig {
  readonly kind: 'graph';
}

/** The name of what a node gives. */
export const outputName = (node: string, index: number): string => (index === 0 ? node : `${node}#${index}`);

/** The words' vectors stand side by side in this order, one part for each embedding. */
export const embeddingsOf = ({ nodes }: GraphConfig): NodeOf<'embedding'>[] =>
  nodes.filter((node): node is NodeOf<'embedding'> => node.op === 'embedding');

const ATTENTION = ['attention', 'feed-forward-attention', 'query-attention'];

/** The one attention over the words that gives one vector per text; undefined if there is none, or several. */
export function attentionOf({ nodes }: GraphConfig): GraphNode | undefined {
  const found = nodes.filter(({ op, output }) => ATTENTION.includes(op) && output.length === 1);
  return found.length === 1 ? found[0] : undefined;
}
