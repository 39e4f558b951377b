import type { StoredNumbers } from './hdf5';

/** A layer's name and kind in the file. */
export interface LayerId {
  readonly name: string;
  readonly kind: string;
}

/** A model read from one of Keras's file formats. */
export interface KerasFile {
  readonly file: string;
  /** The format, for people: `Keras 2 HDF5`. */
  readonly format: string;
  /** `{class_name, config}` of the whole model. */
  readonly model: unknown;
  /** The settings that the model was compiled with, if the file has them. */
  readonly training?: unknown;
  /** The Keras version; some settings have another meaning in Keras 3. */
  readonly version: string;
  /** The weights of one layer, in Keras's order. @param layers all layers of the model, in its order */
  weightsOf(layer: LayerId, layers: readonly LayerId[]): readonly StoredNumbers[];
  /** The words of a TextVectorization layer that the file holds beside its configuration, by id. */
  words?(): readonly string[] | undefined;
}

/** A JSON object with unknown content. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const stringIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Sorts numbers in names by value: `vars/2` before `vars/10`. */
export const byNumber = new Intl.Collator('en', { numeric: true }).compare;
