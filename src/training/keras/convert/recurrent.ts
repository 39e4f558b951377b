import type { NodeOf } from '../../../model/graph/graph-config';
import { isObject, stringIn, type JsonObject } from '../keras-file';
import { damagedKeras, unsupportedLayer, unsupportedSetting } from '../refusal';
import { activationOf, booleanIn, numberIn, requireSetting, requireTypes, type NamedLayer } from '../settings';
import type { ConvertContext, Convert, ConvertedLayer, TensorShape } from './context';
import { perWord } from './shapes';

type Recurrent = Omit<NodeOf<'recurrent'>, 'name' | 'layer' | 'kind' | 'inputs' | 'weights' | 'output' | 'op'>;

const CELLS: Readonly<Record<string, Recurrent['cell']>> = { LSTM: 'lstm', GRU: 'gru', SimpleRNN: 'simple-rnn' };
const GATES: Readonly<Record<Recurrent['cell'], number>> = { lstm: 4, gru: 3, 'simple-rnn': 1 };

/** The settings of a recurrent layer, alone or inside a Bidirectional. */
function settingsOf(layer: NamedLayer, kind: string, config: JsonObject, keras3: boolean): Recurrent {
  const cell = CELLS[kind];
  const units = numberIn(config, 'units', 0);
  if (units < 1) throw damagedKeras(layer.name, 'it does not say how many units it has');
  requireSetting(layer, config, 'stateful', [false]);
  requireSetting(layer, config, 'time_major', [false]);
  const named = { name: layer.name, kind };
  return {
    cell,
    units,
    activation: activationOf(named, config.activation ?? 'tanh', keras3),
    recurrentActivation:
      cell === 'simple-rnn'
        ? 'linear'
        : activationOf(named, config.recurrent_activation ?? 'sigmoid', keras3, 'recurrent_activation'),
    sequences: booleanIn(config, 'return_sequences'),
    states: booleanIn(config, 'return_state'),
    resetAfter: cell === 'gru' && booleanIn(config, 'reset_after'),
    zeroMasked: booleanIn(config, 'zero_output_for_mask'),
    backwards: booleanIn(config, 'go_backwards'),
  };
}

function weightsOf({ cell, units, resetAfter }: Recurrent, inputs: number, bias: boolean, before = '') {
  const wide = GATES[cell] * units;
  return {
    [`${before}kernel`]: [inputs, wide],
    [`${before}recurrent_kernel`]: [units, wide],
    ...(bias && { [`${before}bias`]: resetAfter ? [2, wide] : [wide] }),
  };
}

/** LSTM, GRU, SimpleRNN. */
export const convertRecurrent: Convert = (context) => {
  if (context.shapes.length !== 1)
    throw unsupportedSetting(context.name, context.kind, 'a state handed in', 'one input');
  const { config } = context;
  const { time, width } = perWord(context);
  const settings = settingsOf(context, context.kind, config, context.keras3);
  const states = stateShapes(settings);
  return {
    node: { op: 'recurrent', ...settings },
    weights: weightsOf(settings, width, booleanIn(config, 'use_bias', true)),
    outputs: [settings.sequences ? [time, settings.units] : [settings.units], ...states],
    ...(settings.sequences && settings.backwards && { kind: `${context.kind}(backwards)` }),
  };
};

const stateShapes = ({ states, cell, units }: Recurrent): TensorShape[] =>
  states ? Array.from({ length: cell === 'lstm' ? 2 : 1 }, () => [units]) : [];

/** Bidirectional around any of them. */
export const convertBidirectional: Convert = (context) => {
  const [forward, backward] = [context.config.layer, context.config.backward_layer];
  const kind = isObject(forward) ? stringIn(forward.class_name) : undefined;
  if (!isObject(forward) || kind === undefined || !(kind in CELLS))
    throw unsupportedLayer(context.name, `Bidirectional(${kind ?? '?'})`);
  if (context.shapes.length !== 1)
    throw unsupportedSetting(context.name, context.kind, 'a state handed in', 'one input');
  const config = isObject(forward.config) ? forward.config : {};
  requireTypes({ name: context.name, kind }, config);
  if (isObject(backward)) checkBackward(context, config, backward);
  const { time, width } = perWord(context);
  const { backwards, ...settings } = settingsOf(context, kind, config, context.keras3);
  if (backwards) throw unsupportedSetting(context.name, context.kind, 'go_backwards=true inside', 'go_backwards=false');
  const merge = mergeOf(context);
  const bias = booleanIn(config, 'use_bias', true);
  const one = { ...settings, backwards };
  // Keras gives zeros at skipped words wherever a Bidirectional gives sequences.
  const zeroMasked = settings.sequences;
  const wide = merge === 'concat' ? 2 * settings.units : settings.units;
  const shape = settings.sequences ? [time, wide] : [wide];
  return {
    node: { op: 'bidirectional', ...settings, zeroMasked, merge },
    weights: { ...weightsOf(one, width, bias, 'forward/'), ...weightsOf(one, width, bias, 'backward/') },
    outputs: [...(merge === 'none' ? [shape, shape] : [shape]), ...stateShapes(one), ...stateShapes(one)],
    kind: `Bidirectional(${kind})`,
  } satisfies ConvertedLayer;
};

function checkBackward(context: ConvertContext, forward: JsonObject, backward: JsonObject): void {
  const config = isObject(backward.config) ? backward.config : {};
  const [kind, other] = [(context.config.layer as JsonObject).class_name, backward.class_name];
  if (other !== undefined && other !== kind)
    throw unsupportedSetting(context.name, context.kind, `two layers that differ in kind (${String(kind)}, ${String(other)})`, 'two layers alike'); // prettier-ignore
  for (const setting of ['units', 'activation', 'recurrent_activation', 'use_bias', 'reset_after'])
    if (JSON.stringify(config[setting]) !== JSON.stringify(forward[setting]))
      throw unsupportedSetting(context.name, context.kind, `two layers that differ in ${setting}`, 'two layers alike');
}

function mergeOf(context: ConvertContext): NodeOf<'bidirectional'>['merge'] {
  const { merge_mode: given = 'concat' } = context.config;
  requireSetting(context, context.config, 'merge_mode', ['concat', 'sum', 'mul', 'ave', null]);
  return given === null ? 'none' : (given as NodeOf<'bidirectional'>['merge']);
}
