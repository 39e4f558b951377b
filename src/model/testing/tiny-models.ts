import type { Variable } from '@tensorflow/tfjs-core';
import { buildNetwork } from '../network/build-network';
import type { Language } from '../../shared/languages';
import { architectureNamed } from '../architectures/registry';
import { addWeights } from '../format/add-weights';
import { cardSchema, type ModelCard } from '../../shared/model-card';
import { readJson } from '../format/read-json';
import { readManifest } from '../format/read-manifest';
import { writeModel } from '../format/write-model';
import { mixSeed, seededRandom } from '../../shared/random';
import { SALIENCY_WEIGHTS } from '../inference/rationale-head';
import { startTestBackend } from './backend';

/** A model made of random numbers, small enough to be built in every test. */
export interface TinyModel {
  readonly name: string;
  readonly language: Language;
  readonly architecture: string;
  readonly labels: readonly string[];
  /** Its vocabulary. */
  readonly words: readonly string[];
  readonly seed: number;
  readonly card?: Partial<ModelCard>;
  readonly config?: Readonly<Record<string, unknown>>;
  /** Has a saliency head, of random numbers as well. */
  readonly marks?: boolean;
}

const UNITS = { dimension: 6, units: 8 };
const HIDDEN = 3;

export const TINY_ZH: TinyModel = {
  name: 'zh-tiny',
  language: 'zh',
  architecture: 'state-distance-lstm',
  labels: ['negative', 'positive'],
  words: ', 。 的 很 好 不 我 质量 这个 了 差 喜欢 正品 也 快 贵 但是 服务 非常 手机'.split(' '),
  seed: 11,
  marks: true,
};

export const TINY_EN: TinyModel = {
  name: 'en-tiny',
  language: 'en',
  architecture: 'additive-attention-bilstm',
  labels: ['negative', 'positive'],
  words: ", . the a plot is thin but i loved every minute of it not good bad waste really n't".split(' '),
  seed: 12,
};

/** The English one with three labels, for softmax. */
export const TINY_EN_THREE: TinyModel = {
  ...TINY_EN,
  name: 'en-tiny-three',
  labels: ['negative', 'neutral', 'positive'],
  seed: 13,
  marks: true,
};

/** The model's files by name. */
export async function tinyModel(model: TinyModel): Promise<Map<string, Uint8Array>> {
  await startTestBackend();
  const { name, language, labels } = model;
  const architecture = architectureNamed(model.architecture);
  const isRecurrent = architecture.reads === 'last-states' || architecture.reads === 'sequence';
  const sizes = { ...(isRecurrent && UNITS), ...(architecture.attends && { attentionUnits: 5 }) };
  const config = architecture.configure({ ...sizes, ...model.config });
  const tokens = [...(architecture.masksUnknown ? [''] : ['', '']), ...model.words];
  const text = { ids: Int32Array.from(tokens, (_, id) => id), label: 0 };
  const counted = architecture.count?.(config, tokens.length, labels.length, [text, { ...text, label: 1 }], tokens);
  const initial = counted ? { seed: model.seed, counted } : model.seed;
  const network = buildNetwork(architecture.plan(config, labels.length), tokens.length, initial);
  const weights = new Map([...network.weights].map(([weight, values]) => [weight, livelier(weight, values)]));
  network.dispose();
  const files = await writeModel({
    card: {
      name,
      language,
      architecture: architecture.name,
      labels: [...labels],
      standardisation: 'word',
      defaultMethod: architecture.reads === 'last-states' ? 'state-distance' : 'gradient-x-input',
      trainedOn: [{ name: 'nothing: random numbers', rows: 0 }],
      rows: { train: 0, validation: 0, test: 0 },
      length: 20,
      measured: [{ data: 'made-up rows', n: 10, accuracy: 0.5, macroF1: 0.5 }],
      changes: [],
      notFor: ['anything but tests'],
      licence: [],
      options: {},
      history: [],
      ...model.card,
    },
    config,
    vocabulary: model.words.map((word) => `${word}\n`).join(''),
    weights,
    storage: () => 'float32',
  });
  return model.marks ? withHead(model, files) : files;
}

/** Of one hidden layer: `saliencyFeatures` of one layer of `UNITS` have the same width in one direction and in two. */
async function withHead({ name, seed }: TinyModel, files: Map<string, Uint8Array>): Promise<Map<string, Uint8Array>> {
  const read = (file: string) => Promise.resolve(files.get(file)!);
  const shapes = [[4 * UNITS.units, HIDDEN], [HIDDEN], [HIDDEN, 1], [1]];
  const random = seededRandom(mixSeed(seed, 'head'));
  const weights = SALIENCY_WEIGHTS.map((weight, i) => {
    const size = shapes[i].reduce((product, side) => product * side);
    return [weight, { shape: shapes[i], values: Float32Array.from({ length: size }, () => 4 * random() - 2) }] as const;
  });
  const card: Partial<ModelCard> = { saliency: { trainedOn: [], measured: [], options: {} } };
  const added = { path: 'saliency.bin', weights: new Map(weights), storage: 'float16' as const, card };
  const changed = await addWeights(
    await readManifest(name, read),
    await readJson(name, 'card.json', cardSchema, read),
    added,
  );
  return new Map([...files, ...changed]);
}

/** Fresh word vectors are so small that every text would read alike. */
function livelier(name: string, values: Variable): { shape: number[]; values: Float32Array } {
  const factor = !values.trainable ? 1 : name.startsWith('embedding') ? 20 : 2;
  return { shape: values.shape, values: (values.dataSync() as Float32Array).map((value) => value * factor) };
}
