import type { CardDraft } from '../shared/model-card';
import { writeModel } from '../model/format/write-model';
import type { Network } from '../model/network/network';
import type { Vocabulary } from '../text/vocabulary';
import type { FitState } from './fit/fit-state';
import { calibratedOn } from './evaluation/calibrate';
import { evaluationReport, type EvaluationReport } from './evaluation/measures';
import { logitsAll } from './evaluation/predict';
import { chooseStorage, quantizeInPlace, storageOf, type StorageChoice } from './cards/quantize';
import type { Sample } from './fit/sample';
import { samplesOf } from './rows/encoded-texts';
import { wordsRead, type TrainingRequest } from './training-request';
import { valuesOf } from './fit/values';

/** A trained network and what it was trained with. */
export interface FittedNetwork {
  readonly request: TrainingRequest;
  readonly network: Network;
  readonly config: object;
  readonly vocabulary: Vocabulary;
  readonly validation: readonly Sample[];
  readonly state: FitState;
}

export interface TrainedModel {
  /** The files to write into the model's folder, by name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly state: FitState;
  readonly measured: CardDraft['measured'];
}

/** Measures the network, stores its weights in as few bytes as keep its predictions, measures it again, and makes the card and files. */
export async function finishModel(fitted: FittedNetwork): Promise<TrainedModel> {
  const { request, network, config, vocabulary, validation, state } = fitted;
  const { labels } = request;
  const tests = request.tests.map(({ name, rows }) => ({
    name,
    rows,
    samples: samplesOf(rows, labels, vocabulary, wordsRead(request)),
  }));
  const measure = (test: (typeof tests)[number], temperature: number): EvaluationReport =>
    evaluationReport(
      labels,
      test.samples.map(({ label }, i) => ({ label, pair: test.rows[i].pair })),
      logitsAll(network, test.samples),
      temperature,
    );
  const before = tests.map((test) => measure(test, 1));
  const storage = chooseStorage(network, validation, request.roundingChanges);
  const values = valuesOf(network.weights);
  quantizeInPlace(network, storage);
  // One temperature for all sources: in use it is not known from which source a text is.
  const temperature = request.sources ? calibratedOn(logitsAll(network, validation), validation, request) : undefined;
  const measured = tests.map((test, i) => {
    const { n, accuracy, macroF1, macroRecall, neutralIgnored, pairs, calibrationError } = measure(
      test,
      temperature ?? 1,
    );
    const float32 = { accuracy: before[i].accuracy, macroF1: before[i].macroF1 };
    const more = request.sources ? { macroRecall, neutralIgnored, pairs, calibrationError } : {};
    return { data: request.card.names?.[test.name] ?? test.name, n, accuracy, macroF1, ...more, float32 };
  });
  const files = await writeModel({
    card: cardOf(fitted, measured, storage, temperature),
    config,
    vocabulary: vocabulary.toFile(),
    weights: new Map(
      [...network.weights].map(([name, { shape }]) => [name, { shape, values: values.get(name)! }] as const),
    ),
    storage: (name) => (network.weights.get(name)!.trainable ? storageOf(storage, name) : 'float32'),
  });
  return { files, state, measured };
}

function cardOf(
  { request, state }: FittedNetwork,
  measured: CardDraft['measured'],
  storage: StorageChoice,
  temperature: number | undefined,
): CardDraft {
  const { options, cut, vocabulary, pretraining, distillation, tests, sources } = request;
  const { purpose, trainedOn, changes, notFor, licence } = request.card;
  return {
    name: request.name,
    language: request.language,
    architecture: request.architecture.name,
    ...(purpose !== undefined && { purpose }),
    labels: [...request.labels],
    standardisation: request.standardisation,
    ...(request.readsCut && { window: { words: request.length, cut } }),
    defaultMethod: request.card.defaultMethod ?? request.defaultMethod,
    ...{ trainedOn, changes, notFor, licence },
    rows: {
      train: request.train.length,
      validation: request.validation.length,
      test: tests.reduce((sum, test) => sum + test.rows.length, 0),
    },
    length: request.length,
    ...(temperature !== undefined && { temperature }),
    measured,
    options: {
      ...options,
      cut,
      ...vocabulary,
      ...(sources && { sources }),
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
