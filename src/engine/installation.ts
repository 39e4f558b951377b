import type { Language } from '../shared/languages';

/** Where the files of an installation stand, seen from its root. */

/** The names of the models that are shipped. */
export const MODEL_LIST = 'dist/models.json';
export const KERNELS = 'dist/kernels.wasm';
export const TFJS = 'dist/tfjs-backend-wasm-simd.wasm';
/** General sentences that fine-tuning replays, by language; written by `scripts/build/general-texts.mjs`. */
export const generalFile = (language: Language): string => `dist/general-${language}.tsv.gz`;
export const MODELS = 'models';
/** The file of a model that only hovers need; explanations do without it. */
export const COUNTS = 'counts.txt';

/**
 * A file of a model, named as seen from its folder, `name` in `models`. A file beside the folder is named without `..`:
 * not every file system knows one.
 */
export const modelFile = (models: string, name: string, file: string): string =>
  file.startsWith('../') ? models + file.slice(2) : `${models}/${name}/${file}`;
