import type { StoredNumbers } from './hdf5';

/** A layer as the file names it. */
export interface LayerId {
  readonly name: string;
  readonly kind: string;
}

/** A model as one of Keras's file formats holds it. */
export interface KerasFile {
  readonly file: string;
  /** The format, for people: `Keras 2 HDF5`. */
  readonly format: string;
  /** `{class_name, config}` of the whole model. */
  readonly model: unknown;
  /** What it was compiled with, where the file says. */
  readonly training?: unknown;
  /** Keras 3 has other meanings for some settings. */
  readonly version: string;
  /** Of one layer, in Keras's order. @param layers all of the model's, in its order */
  weightsOf(layer: LayerId, layers: readonly LayerId[]): readonly StoredNumbers[];
  /** The words of a TextVectorization layer that the file holds beside its configuration, by id. */
  words?(): readonly string[] | undefined;
}

/** An object that may hold anything. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const stringIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Sorts as people count: `vars/2` before `vars/10`. */
export const byNumber = new Intl.Collator('en', { numeric: true }).compare;
