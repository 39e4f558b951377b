import { architectureNamed } from './architectures/registry';
import type { CardDraft } from './format/card';
import { writeModel } from './format/write-model';
import { Vocabulary } from '../text/vocabulary';

// For tests only: a model small enough to be built in a moment.

/** Files of a tiny untrained model; `tokens` are its whole vocabulary. The tfjs backend must have been started. */
export async function tinyModelFiles(
  architectureName: string,
  { language = 'en', labels = ['negative', 'positive'], tokens = ['good', 'bad', 'not'], seed = 1 }: TinyModel = {},
): Promise<Map<string, Uint8Array>> {
  const architecture = architectureNamed(architectureName);
  const config = architecture.configure({ dimension: 8, units: 8 });
  const vocabulary = new Vocabulary(tokens, architecture.masksUnknown);
  const network = architecture.build(config, vocabulary.size, labels.length, seed);
  const card: CardDraft = {
    name: `tiny-${architectureName}`,
    language,
    architecture: architecture.name,
    labels,
    standardisation: 'word',
    defaultMethod: architecture.attends ? 'attention' : 'state-distance',
    trainedOn: [],
    rows: { train: 0, validation: 0, test: 0 },
    length: 100,
    measured: [],
    changes: [],
    notFor: ['anything: it is not trained'],
    licence: [],
    options: {},
    history: [],
  };
  const weights = new Map(
    [...network.weights].map(([name, of]) => [name, { shape: of.shape, values: Float32Array.from(of.dataSync()) }]),
  );
  network.dispose();
  return writeModel({ card, config, vocabulary: vocabulary.toFile(), weights, storage: () => 'uint16' });
}

export interface TinyModel {
  readonly language?: 'zh' | 'en';
  readonly labels?: string[];
  readonly tokens?: readonly string[];
  readonly seed?: number;
}

/** Reads those files as if from a folder. */
export function readerOf(files: ReadonlyMap<string, Uint8Array>): (path: string) => Promise<Uint8Array> {
  return (path) => {
    const bytes = files.get(path);
    return bytes ? Promise.resolve(bytes) : Promise.reject(new Error(`no such file: ${path}`));
  };
}
