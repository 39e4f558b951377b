import { ACTIVATIONS, type Activation } from '../../model/graph/graph-config';
import { isObject, stringIn, type JsonObject } from './keras-file';
import { unsupportedSetting } from './refusal';

/** The layer whose settings are read; named in errors. */
export interface NamedLayer {
  readonly name: string;
  readonly kind: string;
}

const PLAIN = new Map<string, Activation>(ACTIVATIONS.map((name) => [name.replaceAll('-', '_'), name]));
const OTHER_NAMES: Readonly<Record<string, Activation>> = { silu: 'swish' };

/** An activation as Keras names it: `relu`, `{"class_name": "function", "config": "relu"}`. @param keras3 has another hard sigmoid */
export function activationOf(layer: NamedLayer, value: unknown, keras3: boolean, setting = 'activation'): Activation {
  if (value === undefined || value === null) return 'linear';
  const given = isObject(value) ? (stringIn(value.config) ?? stringIn(value.class_name)) : stringIn(value);
  const name = given?.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
  const found = name === undefined ? undefined : (PLAIN.get(name) ?? OTHER_NAMES[name]);
  if (found === 'hard-sigmoid') return keras3 ? 'hard-sigmoid-3' : found;
  if (found && found !== 'hard-sigmoid-3' && !isParameterised(value)) return found;
  throw unsupportedSetting(
    layer.name,
    layer.kind,
    `${setting}=${given ?? 'a function of its own'}`,
    [...PLAIN.keys()].filter((one) => one !== 'hard_sigmoid_3').join(', '),
  );
}

/** Whether an activation is a layer with its own settings. */
const isParameterised = (value: unknown): boolean => isObject(value) && isObject(value.config);

/** A positive integer, written `3` or `[3]`, as in one-dimensional layers. */
export function positiveIntegerIn(layer: NamedLayer, config: JsonObject, setting: string, otherwise: number): number {
  const value = config[setting];
  const given: unknown = Array.isArray(value) ? value[0] : value;
  if (given === undefined || given === null) return otherwise;
  if (typeof given === 'number' && Number.isInteger(given) && given >= 1) return given;
  throw unsupportedSetting(layer.name, layer.kind, `${setting}=${JSON.stringify(given)}`, 'a whole number from 1 on');
}

/** A true-or-false setting. Python accepts 1 and 0, too, and Keras writes them as they were given. */
export const booleanIn = (config: JsonObject, setting: string, otherwise = false): boolean => {
  const value = config[setting];
  return value === 1 || value === 0 ? value === 1 : typeof value === 'boolean' ? value : otherwise;
};

export const numberIn = (config: JsonObject, setting: string, otherwise: number): number =>
  typeof config[setting] === 'number' ? config[setting] : otherwise;

const FLAGS = [
  ...['mask_zero', 'use_bias', 'return_sequences', 'return_state', 'go_backwards', 'reset_after', 'use_scale'],
  ...['zero_output_for_mask', 'keepdims', 'scale', 'center'],
];
const NUMBERS = [
  ...['input_dim', 'output_dim', 'units', 'filters', 'depth_multiplier', 'n', 'epsilon', 'alpha', 'negative_slope'],
];

/** Refuses settings of the wrong type, which would otherwise be replaced by the default. */
export function requireTypes(layer: NamedLayer, config: JsonObject): void {
  const wrong = (setting: string, instead: string) =>
    unsupportedSetting(layer.name, layer.kind, `${setting}=${JSON.stringify(config[setting])}`, instead);
  const given = (setting: string) => config[setting] !== undefined && config[setting] !== null;
  for (const setting of FLAGS)
    if (given(setting) && ![true, false, 1, 0].includes(config[setting] as boolean)) throw wrong(setting, 'true or false'); // prettier-ignore
  for (const setting of NUMBERS)
    if (given(setting) && typeof config[setting] !== 'number') throw wrong(setting, 'a number');
  const { dtype } = config;
  const type = isObject(dtype) ? (stringIn(dtype.class_name) ?? '') + JSON.stringify(dtype.config ?? '') : String(dtype ?? ''); // prettier-ignore
  if (/quantized|int[48]|float8/i.test(type)) throw wrong('dtype', 'weights that are not quantized (float32, float16)');
}

/** Refuses a setting unless it has one of the supported values. */
export function requireSetting(
  layer: NamedLayer,
  config: JsonObject,
  setting: string,
  allowed: readonly unknown[],
): void {
  const value = config[setting];
  if (value === undefined || value === null || allowed.some((one) => JSON.stringify(one) === JSON.stringify(value)))
    return;
  const list = allowed.map((one) => JSON.stringify(one)).join(' or ');
  throw unsupportedSetting(layer.name, layer.kind, `${setting}=${JSON.stringify(value)}`, `${setting}=${list}`);
}
