import type { CardDraft, ModelCard } from '../../shared/model-card';
import type { BeforeAfter, FineTuningRequest } from '../../shared/fine-tuning';
import type { Manifest } from '../../model/format/manifest';
import { loadModel } from '../../model/load-model';
import type { Model } from '../../model/model';
import { networkPart } from '../../model/network/part';
import { temperatureOf } from '../evaluation/calibration';
import { logitsAll } from '../evaluation/predict';
import { assignValues, valuesOf } from '../fit/values';
import type { Sample } from '../fit/sample';
import { quantizeInPlace } from '../cards/quantize';
import { tokenizer } from '../rows/encoded-texts';
import { bothLogits } from '../../model/probabilities';
import { defaultMethodOf } from '../model-defaults';
import { mixSeed, seededRandom, shuffle } from '../../shared/random';
import type { GeneralTexts } from './general-texts';
import { canCarryReasons, fitReasons, headWeights } from './reasons';
import type { StagesDone } from './run-stages';
import {
  cardOf,
  fileReaderOf,
  storageFor,
  fineTunedFiles,
  withCounts,
  withReasons,
  withSubwords,
  type ModelFiles,
} from './model-files';
import type { FineTuningPlan } from './fine-tuning-plan';

/** The number of general texts with reasons that a rationale head is fitted on. */
const REASONS = 1_500;
/** The number of rows with an underlined reason from which on a model without a rationale head gets one. */
const REASONS_OF_OWN = 30;

export interface FinishRequest {
  readonly request: FineTuningRequest;
  readonly plan: FineTuningPlan;
  readonly done: StagesDone;
  readonly start?: { readonly model: Model; readonly manifest: Manifest; readonly counts?: string };
  readonly general?: GeneralTexts;
  readonly pass: () => Promise<void>;
}

/** A fine-tuned model: its files, and the loaded model. The caller disposes it. */
export interface FinishedModel {
  readonly files: ModelFiles;
  readonly model: Model;
  readonly temperature: number;
}

/** Stores the trained network, calibrates it, and fits its rationale head. The figures join the card later. */
export async function finishFineTuned(finishing: FinishRequest): Promise<FinishedModel> {
  const { request, plan, done, start, general, pass } = finishing;
  const { kept, beginning, watched, generalWatched } = done;
  const { network } = kept;
  const samples = [...watched, ...generalWatched].map((one) => ({ ...one, ids: kept.small(one.ids) }));
  const storage = storageFor(kept, start?.manifest, samples);
  const exact = valuesOf(network.weights);
  quantizeInPlace(network, storage);
  const logits = samples.length > 0 ? logitsAll(network, samples) : [];
  assignValues(network.weights, exact);
  await pass();
  const temperature = temperatureFor(plan, done, logits);
  let files: ModelFiles = await fineTunedFiles({
    beginning,
    network: kept,
    storage,
    card: draftOf(finishing, temperature),
  });
  if (start) files = await withSubwords(files, cardOf(files), start.model);
  files = await withReasonsOf(files, finishing, general, pass);
  const tokenize = tokenizer(plan.segment, beginning.standardisation);
  const texts = plan.division.train.map((i) => ({ label: plan.rows[i].label, tokens: tokenize(plan.rows[i].text) }));
  files = await withCounts(
    files,
    cardOf(files),
    texts,
    beginning.vocabulary,
    plan.newOutput ? undefined : start?.counts,
  );
  return { files, model: await loaded(request.name, files), temperature };
}

const loaded = (name: string, files: ModelFiles): Promise<Model> =>
  loadModel(name, fileReaderOf(files), { networks: networkPart });

async function withReasonsOf(
  files: ModelFiles,
  { request, plan, start }: FinishRequest,
  general: GeneralTexts | undefined,
  pass: () => Promise<void>,
): Promise<ModelFiles> {
  const before = start && headWeights(start.model);
  const own = plan.division.train.map((i) => plan.rows[i]).filter(({ spans = [] }) => spans.length > 0);
  if (!before && own.length < REASONS_OF_OWN) return files;
  const model = await loaded(request.name, files);
  try {
    if (!canCarryReasons(model)) return files;
    await pass();
    const { seed } = plan.recipe.fit;
    const marked = (general?.train ?? []).filter(({ fields }) => fields.spans.length > 0);
    const drawn = shuffle(marked, seededRandom(mixSeed(seed, 'reasons'))).slice(0, REASONS);
    const examples = drawn.map(({ text, label, fields: { spans } }) => ({ text, label, spans }));
    const fitted = fitReasons(model, plan.segment, { general: examples, own }, { before, seed });
    if (!fitted) return files;
    return await withReasons(files, cardOf(files), fitted, `${request.source} and everyday sentences (data/everyday)`);
  } finally {
    model.dispose();
  }
}

/**
 * The temperature for rows that were not trained on (validation rows, or the rows of the folds) and for general texts;
 * both have the same weight.
 */
function temperatureFor(
  { rows, labels }: FineTuningPlan,
  done: StagesDone,
  logits: readonly (readonly number[])[],
): number {
  const { watched, generalWatched, outOfFold } = done;
  const own = outOfFold
    ? outOfFold.map((of, i) => ({ logits: bothLogits(of), label: labels.indexOf(rows[i].label) }))
    : watched.map(({ label }, i) => ({ logits: bothLogits(logits[i]), label }));
  const behind = watched.length;
  const others = generalWatched.map(({ label }: Sample, i) => ({ logits: bothLogits(logits[behind + i]), label }));
  const weighed = [own, others].flatMap((of) => of.map((one) => ({ ...one, weight: 1 / of.length })));
  return weighed.length > 0 ? temperatureOf(weighed) : 1;
}

function draftOf({ request, plan, done, start }: FinishRequest, temperature: number): CardDraft {
  const { beginning, state } = done;
  const { recipe, division, check } = plan;
  const { split } = division;
  const heldOut = split.kind === 'held-out' ? { validation: split.validation, test: split.heldOut } : { validation: 0, test: split.rows }; // prettier-ignore
  const replayed = recipe.replay > 0 ? `, with ${recipe.replay} everyday sentences an epoch beside them` : '';
  const from = plan.start.kind === 'model' ? `Fine-tuned from the model “${plan.start.model}”` : 'Trained from scratch';
  const output = start && plan.newOutput ? ' It has an output layer of its own for these labels.' : '';
  const card = start?.model.card;
  return {
    name: request.name,
    language: plan.language,
    architecture: beginning.architecture.name,
    purpose: `fine-tuned on ${request.source}`,
    labels: [...plan.labels],
    standardisation: beginning.standardisation,
    ...(beginning.readsCut && { window: { words: beginning.length, cut: beginning.cut } }),
    defaultMethod: card?.defaultMethod ?? defaultMethodOf(beginning.architecture),
    trainedOn: [...(card?.trainedOn ?? []), { name: request.source, rows: division.train.length }],
    rows: { train: division.train.length, ...heldOut },
    length: beginning.length,
    measured: [],
    changes: [...(card?.changes ?? []), `${from} on ${division.train.length} rows of ${request.source}${replayed}.${output}`], // prettier-ignore
    notFor: [
      ...(card?.notFor ?? []),
      'Texts of another kind than the rows it was fine-tuned on, unless it was measured on them.',
    ],
    licence: [...(card?.licence ?? []), `${request.source}: of whoever fine-tuned it.`],
    temperature,
    options: {
      ...recipe.fit,
      cut: beginning.cut,
      replay: recipe.replay,
      start: plan.start.kind === 'model' ? plan.start.model : 'scratch',
      split: check.split.kind,
      bestEpoch: division.folds.length > 0 ? state.epoch : state.bestEpoch,
    },
    history: state.history,
  };
}

/** An evaluation in the form in which model cards store it. */
export function measuredOf(
  { request, plan }: Pick<FinishRequest, 'request' | 'plan'>,
  own: BeforeAfter,
  general: BeforeAfter | undefined,
): ModelCard['measured'] {
  const how = plan.division.split.kind === 'held-out' ? 'held-out set' : 'each row by a model that had not seen it';
  const figures = (data: string, { n, after }: BeforeAfter) => ({ data, n, accuracy: after.accuracy, macroF1: after.macroF1 }); // prettier-ignore
  return [
    figures(`${request.source}, ${how}`, own),
    ...(general ? [figures('Everyday sentences, held-out set', general)] : []),
  ];
}
