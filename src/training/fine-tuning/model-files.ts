import type { CardDraft, ModelCard } from '../../shared/model-card';
import { addWeights } from '../../model/format/add-weights';
import type { Manifest } from '../../model/format/manifest';
import type { Storage } from '../../model/format/quantization';
import type { ReadFile } from '../../model/format/read-json';
import { withFiles } from '../../model/format/with-files';
import { writeModel } from '../../model/format/write-model';
import type { Model } from '../../model/model';
import { SALIENCY_WEIGHTS } from '../../model/inference/rationale-head';
import { SUBWORDS } from '../../model/inference/composed-words';
import { predictAll } from '../evaluation/predict';
import { assignValues, valuesOf } from '../fit/values';
import { quantizeInPlace, storageOf, type StorageChoice } from '../cards/quantize';
import type { Sample } from '../fit/sample';
import { wordCounts, type LabelledTokens } from '../cards/word-counts';
import type { Vocabulary } from '../../text/vocabulary';
import type { Beginning } from './beginning';
import type { FittedReasons } from './reasons';
import type { SmallNetwork } from './small-network';

export type ModelFiles = ReadonlyMap<string, Uint8Array>;

/** A file reader for files in memory. */
export const fileReaderOf =
  (files: ModelFiles): ReadFile =>
  (path) => {
    const found = files.get(path);
    return found ? Promise.resolve(found) : Promise.reject(new Error('there is no such file'));
  };

/** The share of texts whose prediction may change when the weights are stored in the start model's formats. */
const CHANGED = 0.005;

/**
 * How each weight is stored: as in the start model, but in two bytes if that would change predictions or the start
 * model lacks the weight. The network keeps its exact weights.
 */
export function storageFor(
  { network }: SmallNetwork,
  start: Manifest | undefined,
  samples: readonly Sample[],
): StorageChoice {
  const names = [...network.weights].filter(([, { trainable }]) => trainable).map(([name]) => name);
  const twoBytes = Object.fromEntries(names.map((name): [string, Storage] => [name, 'uint16']));
  const stored = new Map(start?.weightsManifest.flatMap(({ weights }) => weights).map((spec) => [spec.name, spec.quantization?.dtype ?? ('float32' as const)] as const)); // prettier-ignore
  const choice = Object.fromEntries(names.map((name): [string, Storage] => [name, stored.get(name) ?? 'uint16']));
  const exact = valuesOf(network.weights);
  const before = predictAll(network, samples);
  try {
    quantizeInPlace(network, choice);
    const changed = predictAll(network, samples).filter(({ label }, i) => label !== before[i].label).length;
    return changed <= CHANGED * samples.length ? choice : twoBytes;
  } finally {
    assignValues(network.weights, exact);
  }
}

export interface FineTunedModel {
  readonly beginning: Beginning;
  readonly network: SmallNetwork;
  readonly storage: StorageChoice;
  readonly card: CardDraft;
}

/** The files of a fine-tuned network, without its rationale head. */
export function fineTunedFiles({
  beginning,
  network: small,
  storage,
  card,
}: FineTunedModel): Promise<Map<string, Uint8Array>> {
  const { network } = small;
  const { vocabulary, config, values } = beginning;
  const whole = small.whole();
  return writeModel({
    card,
    config,
    vocabulary: vocabulary.toFile(),
    weights: new Map(
      [...network.weights].map(([name, { shape }]) => {
        const of = whole.get(name)!;
        const rows = of.length / shape.slice(1).reduce((product, side) => product * side, 1);
        return [name, { shape: values.has(name) && shape.length > 1 ? [rows, ...shape.slice(1)] : shape, values: of }];
      }),
    ),
    storage: (name) => (network.weights.get(name)!.trainable ? storageOf(storage, name) : 'float32'),
  });
}

/** Adds a rationale head to the files. */
export async function withReasons(
  files: ModelFiles,
  card: ModelCard,
  { weights, width, hidden, options, texts }: FittedReasons,
  source: string,
): Promise<Map<string, Uint8Array>> {
  const shapes = [[width, hidden], [hidden], [hidden, 1], [1]];
  const added = await addWeights(manifestOf(files), card, {
    path: 'saliency.bin',
    weights: new Map(SALIENCY_WEIGHTS.map((name, i) => [name, { shape: shapes[i], values: weights.get(name)! }])),
    storage: 'float16',
    card: { saliency: { trainedOn: [{ name: source, rows: texts }], measured: [], options } },
  });
  return new Map([...files, ...added]);
}

/** Adds the start model's vectors of word parts, with which unknown words are read. */
export async function withSubwords(files: ModelFiles, card: ModelCard, start: Model): Promise<Map<string, Uint8Array>> {
  const table = start.weight(SUBWORDS);
  if (!table) return new Map(files);
  const dimension = (start.weight('embedding/embeddings')?.length ?? 0) / start.vocabulary.size;
  const added = await addWeights(manifestOf(files), card, {
    path: 'subwords.bin',
    weights: new Map([[SUBWORDS, { shape: [table.length / dimension, dimension], values: table }]]),
    storage: 'uint8',
    card: { subwords: start.card.subwords },
  });
  return new Map([...files, ...added]);
}

/**
 * Adds the number of training texts that have each word: the new texts, and the start model's if it has the same
 * labels.
 */
export async function withCounts(
  files: ModelFiles,
  card: ModelCard,
  texts: readonly LabelledTokens[],
  vocabulary: Vocabulary,
  before: string | undefined,
): Promise<Map<string, Uint8Array>> {
  const [now, then] = [wordCounts(texts, card.labels, vocabulary), before].map((of) => of?.split('\n'));
  const sums = now!.map((line, i) => {
    const old = then?.[i]?.split('\t') ?? [];
    return line.split('\t').map((count, k) => Number(count) + Number(old[k] ?? 0) || '').join('\t'); // prettier-ignore
  });
  const bytes = new TextEncoder().encode(sums.join('\n'));
  return new Map([...files, ...(await withFiles(card, new Map([['counts.txt', bytes]])))]);
}

/** The model card in a model's files. */
export const cardOf = (files: ModelFiles): ModelCard => JSON.parse(new TextDecoder().decode(files.get('card.json'))) as ModelCard; // prettier-ignore

const manifestOf = (files: ModelFiles): Manifest => JSON.parse(new TextDecoder().decode(files.get('model.json'))) as Manifest; // prettier-ignore
