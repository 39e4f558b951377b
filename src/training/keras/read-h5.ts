import { openHdf5, type Hdf5, type StoredNumbers } from './hdf5';
import { isObject, stringIn, type KerasFile } from './keras-file';
import { damagedKeras, notKeras, weightsOnly } from './refusal';

/** A model of Keras 2, or one of Keras 3 that was saved as `.h5`. @throws SaliencyError */
export function readH5(file: string, bytes: Uint8Array): KerasFile {
  const hdf5 = openHdf5(file, bytes);
  const text = stringIn(hdf5.attribute('', 'model_config'));
  if (text === undefined) {
    const weights = ['layer_names', 'backend', 'keras_version'].some((name) => hdf5.attribute('', name) !== undefined);
    if (weights || hdf5.has('layers') || hdf5.has('_layer_checkpoint_dependencies')) throw weightsOnly(file);
    throw notKeras(file);
  }
  const version = stringIn(hdf5.attribute('', 'keras_version')) ?? '2';
  const training = stringIn(hdf5.attribute('', 'training_config'));
  const root = hdf5.has('model_weights') ? 'model_weights' : '';
  return {
    file,
    format: `Keras ${version.split('.')[0]} HDF5`,
    model: parsed(file, text),
    training: training === undefined ? undefined : parsed(file, training),
    version,
    weightsOf: ({ name }) => weightsOf(file, hdf5, root, name),
  };
}

function parsed(file: string, text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // The error is raised below.
  }
  throw damagedKeras(file, 'the description of its layers is no JSON');
}

function weightsOf(file: string, hdf5: Hdf5, root: string, layer: string): StoredNumbers[] {
  const group = `${root}/${layer}`;
  const names = weightNames(hdf5, group);
  return names.map((name) => {
    const found = hdf5.numbers(`${group}/${name}`);
    if (found) return found;
    throw damagedKeras(file, `the weight “${name}” of the layer “${layer}” is missing`);
  });
}

/**
 * The names of a group's weights. Keras splits a list that is too long for one attribute: `weight_names0`,
 * `weight_names1`, …
 */
function weightNames(hdf5: Hdf5, group: string): string[] {
  const listed = (name: string): string[] | undefined => {
    const value = hdf5.attribute(group, name);
    if (!Array.isArray(value)) return undefined;
    // h5py stores names with a fixed length and pads the shorter ones.
    return value.filter((one): one is string => typeof one === 'string').map((one) => one.replace(/[\0 ]+$/, ''));
  };
  const whole = listed('weight_names');
  if (whole) return whole;
  const parts: string[] = [];
  for (let at = 0; ; at++) {
    const part = listed(`weight_names${at}`);
    if (!part) return parts;
    parts.push(...part);
  }
}
