import type { CardDraft } from '../model/format/card';
import { writeModel } from '../model/format/write-model';
import type { Network } from '../model/network';
import type { Vocabulary } from '../text/vocabulary';
import type { FitState } from './fit-state';
import { figures, type Figures } from './metrics';
import { predictAll } from './predict';
import { chooseStorage, quantizeInPlace, storageOf, type StorageChoice } from './quantize';
import type { Sample } from './sample';
import { samplesOf } from './texts';
import { wordsRead, type TrainingRequest } from './train-model';
import { valuesOf } from './values';

/** A network that has been trained, and what it was trained with. */
export interface Fitted {
  readonly request: TrainingRequest;
  readonly network: Network;
  readonly config: object;
  readonly vocabulary: Vocabulary;
  readonly validation: readonly Sample[];
  readonly state: FitState;
}

export interface TrainedModel {
  /** To be written under the model's folder, by name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly state: FitState;
  readonly measured: CardDraft['measured'];
}

/** Measures the network, stores its weights as small as they stay good, measures it again, and writes card and files. */
export async function finishModel(fitted: Fitted): Promise<TrainedModel> {
  const { request, network, config, vocabulary, validation, state } = fitted;
  const { labels } = request;
  const tests = request.tests.map(({ name, rows }) => ({
    name,
    samples: samplesOf(rows, labels, vocabulary, wordsRead(request)),
  }));
  const before = tests.map(({ samples }) => measure(network, labels, samples));
  const storage = chooseStorage(network, validation);
  const values = valuesOf(network.weights);
  quantizeInPlace(network, storage);
  const measured = tests.map(({ name, samples }, i) => {
    const { n, accuracy, macroF1 } = measure(network, labels, samples);
    return { data: name, n, accuracy, macroF1, float32: { accuracy: before[i].accuracy, macroF1: before[i].macroF1 } };
  });
  const files = await writeModel({
    card: cardOf(fitted, measured, storage),
    config,
    vocabulary: vocabulary.toFile(),
    weights: new Map(
      [...network.weights].map(([name, { shape }]) => [name, { shape, values: values.get(name)! }] as const),
    ),
    storage: (name) => (network.weights.get(name)!.trainable ? storageOf(storage, name) : 'float32'),
  });
  return { files, state, measured };
}

function measure(network: Network, labels: readonly string[], samples: readonly Sample[]): Figures {
  return figures(
    labels,
    samples.map(({ label }) => label),
    predictAll(network, samples).map(({ label }) => label),
  );
}

function cardOf({ request, state }: Fitted, measured: CardDraft['measured'], storage: StorageChoice): CardDraft {
  const { options, cut, vocabulary, pretraining, distillation, tests } = request;
  return {
    name: request.name,
    language: request.language,
    architecture: request.architecture.name,
    labels: [...request.labels],
    standardisation: request.standardisation,
    ...(request.readsCut && { window: { words: request.length, cut } }),
    defaultMethod: request.defaultMethod,
    ...request.card,
    rows: {
      train: request.train.length,
      validation: request.validation.length,
      test: tests.reduce((sum, test) => sum + test.rows.length, 0),
    },
    length: request.length,
    measured,
    options: {
      ...options,
      cut,
      ...vocabulary,
      ...(pretraining && { pretraining: pretraining.options }),
      ...(distillation && {
        teachers: distillation.teachers.map(({ name }) => name),
        teacherShare: distillation.share,
      }),
      bestEpoch: state.bestEpoch,
      storage,
    },
    history: state.history,
  };
}
