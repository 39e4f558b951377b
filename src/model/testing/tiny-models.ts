import type { Variable } from '@tensorflow/tfjs-core';
import type { Language } from '../../text/language';
import { architectureNamed } from '../architectures/registry';
import type { ModelCard } from '../format/card';
import { writeModel } from '../format/write-model';
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
}

const UNITS = { dimension: 6, units: 8 };

export const TINY_ZH: TinyModel = {
  name: 'zh-tiny',
  language: 'zh',
  architecture: 'state-distance-lstm',
  labels: ['negative', 'positive'],
  words: ', 。 的 很 好 不 我 质量 这个 了 差 喜欢 正品 也 快 贵 但是 服务 非常 手机'.split(' '),
  seed: 11,
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
  const network = architecture.build(config, tokens.length, labels.length, initial);
  const weights = new Map([...network.weights].map(([weight, values]) => [weight, livelier(weight, values)]));
  network.dispose();
  return writeModel({
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
}

/** Fresh word vectors are so small that every text would read alike. */
function livelier(name: string, values: Variable): { shape: number[]; values: Float32Array } {
  const factor = !values.trainable ? 1 : name.startsWith('embedding') ? 20 : 2;
  return { shape: values.shape, values: (values.dataSync() as Float32Array).map((value) => value * factor) };
}
