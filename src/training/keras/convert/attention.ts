import { unsupportedLayer, unsupportedSetting } from '../refusal';
import { booleanIn, requireSetting } from '../settings';
import type { ConvertContext, Convert, ConvertedLayer } from './context';
import { perWord, widthOf } from './shapes';

/** Keras's attention layer over a query and values, or a custom layer with the same name. */
export const convertAttention: Convert = (context) => {
  const { config, shapes, stored, kind } = context;
  const own = kind === 'Attention' && shapes.length >= 2 && shapes.every((shape) => shape.length === 2);
  if (!own || stored.some((shape) => shape.length > 0)) return customAttention(context);
  requireSetting(context, config, 'score_mode', ['dot', 'concat']);
  requireSetting(context, config, 'causal', [false]);
  const score = config.score_mode === 'concat' ? 'concat' : 'dot';
  return attended(context, score, {
    ...(booleanIn(config, 'use_scale') && { scale: [] }),
    ...(score === 'concat' && { concat_score_weight: [] }),
  });
};

export const convertAdditiveAttention: Convert = (context) => {
  const width = widthOf(context, [2]);
  requireSetting(context, context.config, 'causal', [false]);
  return attended(context, 'additive', booleanIn(context.config, 'use_scale', true) ? { scale: [width] } : {});
};

function attended(
  context: ConvertContext,
  score: 'dot' | 'concat' | 'additive',
  weights: Readonly<Record<string, readonly number[]>>,
): ConvertedLayer {
  const query = perWord(context, 0);
  const value = perWord(context, 1);
  return { node: { op: 'attention', score }, weights, outputs: [[query.time, value.width]] };
}

/**
 * Custom attention layers, as published in articles: their code is not in the file, so they are recognised by the
 * shapes of their weights.
 */
function customAttention(context: ConvertContext): ConvertedLayer {
  const { name, kind, config, stored, shapes } = context;
  if (booleanIn(config, 'return_sequences'))
    throw unsupportedSetting(name, kind, 'return_sequences=true', 'the weighted sum of the words');
  const { time, width } = perWord(context);
  return feedForward(context, time, width) ?? queried(context, width) ?? refuse(name, kind, stored, shapes.length);
}

function refuse(name: string, kind: string, stored: readonly (readonly number[])[], inputs: number): never {
  const shapes = stored.map((shape) => `[${shape.join(', ')}]`).join(', ') || 'none';
  throw unsupportedLayer(name, `${kind} of one's own with ${inputs} inputs and the weights ${shapes}`);
}

const equals = (a: readonly number[] | undefined, ...b: readonly number[]): boolean =>
  a !== undefined && a.length === b.length && a.every((side, at) => side === b[at]);

/** Additive attention: W and b, and, for several units, a vector that combines them into one score. */
function feedForward(
  { stored, shapes }: ConvertContext,
  time: number | null,
  width: number,
): ConvertedLayer | undefined {
  if (shapes.length !== 1 || stored.length === 0 || stored.length > 3) return undefined;
  const [kernel, second, third] = stored;
  const node = { op: 'feed-forward-attention' } as const;
  const outputs = [[width]];
  const note = (formula: string): string =>
    `is read as feed-forward attention, softmax over the words of ${formula}, and skips what Keras masks`;
  if (equals(kernel, width) || equals(kernel, width, 1)) {
    const one = second === undefined || equals(second, 1) || equals(second, 1, 1);
    const each = !one && (equals(second, time ?? -1) || equals(second, time ?? -1, 1));
    if (third !== undefined || !(one || each)) return undefined;
    const weights = { kernel, ...(second && { bias: second }) };
    return { node, weights, outputs, kind: 'FeedForwardAttention', note: note(second ? 'tanh(x·W + b)' : 'tanh(x·W)') };
  }
  if (kernel.length !== 2 || kernel[0] !== width) return undefined;
  const units = kernel[1];
  const biased = equals(second, units) && third !== undefined;
  const score = biased ? third : second;
  if (!equals(score, units) && !equals(score, units, 1)) return undefined;
  const weights = { kernel, ...(biased && { bias: second }), score: score };
  return {
    node,
    weights,
    outputs,
    kind: 'FeedForwardAttention',
    note: note(biased ? 'tanh(x·W + b)·u' : 'tanh(x·W)·u'),
  };
}

/**
 * Bahdanau attention: W1 on the words, W2 on the query, V on the tanh of their sum; six weights of three dense layers.
 */
function queried(context: ConvertContext, width: number): ConvertedLayer | undefined {
  const { stored, shapes } = context;
  if (shapes.length !== 2 || stored.length !== 6 || shapes[1].length !== 1) return undefined;
  const query = shapes[1][0]!;
  const kernels = [0, 2, 4];
  const last = kernels.find((at) => stored[at].length === 2 && stored[at][1] === 1 && equals(stored[at + 1], 1));
  if (last === undefined) return undefined;
  const others = kernels.filter((at) => at !== last);
  const units = stored[last][0];
  const fits = (at: number, inputs: number): boolean =>
    equals(stored[at], inputs, units) && equals(stored[at + 1], units);
  const [first, second] = others;
  const swapped = !(fits(first, width) && fits(second, query));
  const [states, asked] = swapped ? [second, first] : [first, second];
  if (!fits(states, width) || !fits(asked, query)) return undefined;
  return {
    node: { op: 'query-attention' },
    weights: {
      'W1/kernel': [width, units],
      'W1/bias': [units],
      'W2/kernel': [query, units],
      'W2/bias': [units],
      'V/kernel': [units, 1],
      'V/bias': [1],
    },
    order: [states, states + 1, asked, asked + 1, last, last + 1],
    outputs: [[width], [context.shapes[0][0], 1]],
    kind: 'AdditiveAttention',
    note:
      'is read as additive attention, softmax over the words of V·tanh(W1·x + W2·query); ' +
      'its first dense layer reads the words, and what Keras masks is skipped',
  };
}
