import type { EpochPoint } from '../../shared/fine-tuning';
import { seededRandom, mixSeed, shuffle } from '../../shared/random';
import type { CheckpointStorage } from '../fit/checkpoint';
import type { FitState } from '../fit/fit-state';
import type { RunningGradientWorker } from '../fit/parallel/gradient-worker';
import type { Sample } from '../fit/sample';
import type { Beginning } from './beginning';
import { bestEpochs } from './best-epochs';
import type { Checkpoints, FoundCheckpoint } from './checkpoints';
import type { LabelledExample } from './encoded';
import type { Gate } from './gate';
import type { GeneralTexts } from './general-texts';
import { SHARE_BEFORE } from './recipe';
import type { Reporter } from './reporter';
import type { SmallNetwork } from './small-network';
import { hasKnownWords, StageExamples } from './stage-examples';
import { inShortSteps } from './short-steps';
import { trainStage, type Logits } from './stage';
import type { FineTuningPlan } from './fine-tuning-plan';

export interface StagesRequest {
  readonly plan: FineTuningPlan;
  /**
   * The initial network of a stage that trains on these rows; the same for all stages if training starts from a model.
   */
  readonly beginning: (learnt: readonly LabelledExample[]) => Beginning;
  /** Absent if nothing is replayed. */
  readonly general?: GeneralTexts;
  /**
   * The start model's probabilities for a text, by label; they are most of a replayed text's target, its label is the
   * rest.
   */
  readonly startProbabilities?: (text: string) => readonly number[];
  readonly fingerprint: string;
  readonly checkpoints: Checkpoints;
  readonly found?: FoundCheckpoint;
  readonly gradientWorker?: RunningGradientWorker;
  readonly gate: Gate;
  readonly reporter: Reporter;
  /** The time between two checkpoints at the ends of epochs, in seconds. */
  readonly checkpointSeconds: number;
}

export interface StagesDone {
  readonly beginning: Beginning;
  readonly kept: SmallNetwork;
  readonly state: FitState;
  /** The validation rows of the stage that is kept, followed by the general texts. */
  readonly watched: readonly Sample[];
  readonly generalWatched: readonly Sample[];
  /** With cross-validation: the logits for each used row of the model that was not trained on it. */
  readonly outOfFold?: readonly (readonly number[])[];
}

/** The number of general texts that are measured during training. */
const WATCHED_GENERAL = 400;

/**
 * Fine-tunes the models of the folds, if there are any, and the model that is kept; continues from a checkpoint if
 * there is one.
 */
export async function runStages(request: StagesRequest): Promise<StagesDone> {
  const { plan, found, general, recipe } = { ...request, recipe: request.plan.recipe };
  const pass = (): Promise<void> => request.gate.pass();
  const { folds, train, validation } = plan.division;
  const said: (readonly Logits[])[] = found ? [...found.state.said] : [];
  const seed = recipe.fit.seed;
  const pool = general && shuffle([...general.train, ...general.phrases], seededRandom(mixSeed(seed, 'pool'))).slice(0, recipe.pool); // prettier-ignore
  const watchedGeneral = general && shuffle([...general.validation], seededRandom(mixSeed(seed, 'watched'))).slice(0, WATCHED_GENERAL); // prettier-ignore
  const targets = pool && (await inShortSteps(pool, ({ text, label }) => targetOf(label, plan.labels, request.startProbabilities?.(text)), pass)); // prettier-ignore
  const examples = new StageExamples(plan, { pool, watched: watchedGeneral, targets }, pass);
  const first = found?.state.stage ?? 0;
  request.reporter.skip(stepsBefore(plan, first));
  for (let stage = first; stage <= folds.length; stage++) {
    const isKept = stage === folds.length;
    const learnt = isKept ? train : train.filter((i) => !folds[stage].includes(i));
    const watchedRows = isKept ? validation : folds[stage];
    const beginning = request.beginning(learnt.map((i) => plan.rows[i]));
    const read = await examples.of(beginning);
    const watched = watchedRows.map((i) => read.rows[i]);
    const generalWatched = isKept ? read.watched : [];
    const resumes = found !== undefined && stage === first;
    const epochsSaid: Logits[] = resumes ? [...(said[stage] ?? [])] : [];
    const points: EpochPoint[] = [];
    const network = resumes && found.network.length > 0 ? found.network : undefined;
    const chosen =
      isKept && folds.length > 0
        ? bestEpochs({ said: said.slice(0, folds.length), labels: foldLabels(plan) }).kept
        : undefined;
    const keep = (bytes: Uint8Array) =>
      request.checkpoints.save({
        state: { fingerprint: request.fingerprint, stage, folds: folds.length, kept: isKept, said: [...said.slice(0, stage), epochsSaid], epoch: epochsSaid.length, points, seconds: request.reporter.seconds }, // prettier-ignore
        network: bytes,
      });
    if (resumes) points.push(...found.state.points);
    request.reporter.phase(isKept ? 'training' : 'folds', {
      epochs: chosen ?? recipe.fit.epochs,
      ...(!isKept && { fold: { at: stage + 1, of: folds.length } }),
    });
    const trained = await trainStage({
      ...{ beginning, watched, generalWatched, said: epochsSaid, gradientWorker: request.gradientWorker },
      recipe: isKept && folds.length === 0 ? { ...recipe, fit: { ...recipe.fit, patience: PATIENCE } } : recipe,
      times: plan.times,
      own: learnt.map((i) => read.rows[i]).filter(hasKnownWords),
      general: read.pool,
      keeps: isKept && folds.length === 0 ? 'best' : 'last',
      stopAfter: chosen,
      fingerprint: request.fingerprint,
      storage: storageOf(network, keep, request),
      onProgress: (progress) => {
        const history = progress.state.history;
        const full = points.map((point) =>
          point.epoch > 0 ? { ...point, loss: history[point.epoch - 1]?.loss } : point,
        );
        request.reporter.step(progress, recipe.fit.batchSize, full);
      },
      afterStep: (save) => request.gate.pass(save),
      onEpoch(logits, point) {
        if (point.epoch > 0) epochsSaid.push(logits);
        if (!points.some(({ epoch }) => epoch === point.epoch)) points.push(point);
      },
    });
    said[stage] = epochsSaid;
    if (!isKept) {
      trained.network.dispose();
      continue;
    }
    const outOfFold = folds.length > 0 ? outOfFolds(plan, said) : undefined;
    return { beginning, kept: trained, state: trained.state, watched, generalWatched, outOfFold };
  }
  throw new Error('A run has a stage that is kept.');
}

/**
 * Learning without forgetting (Li and Hoiem 2016): the start is the teacher of what is replayed.
 * @param before by label
 */
function targetOf(
  label: string,
  labels: readonly string[],
  before: readonly number[] | undefined,
): readonly number[] | undefined {
  return before?.map((p, k) => SHARE_BEFORE * p + (1 - SHARE_BEFORE) * Number(labels[k] === label));
}

/** Training stops after this many epochs without an improvement on the validation rows. */
const PATIENCE = 3;

/** Writes the checkpoints of a stage: a forced one at once, those of epochs at most every `checkpointSeconds`. */
function storageOf(
  network: Uint8Array | undefined,
  keep: (bytes: Uint8Array) => Promise<void>,
  { checkpointSeconds, gate, reporter }: StagesRequest,
): CheckpointStorage {
  let savedAt = performance.now();
  return {
    load: () => Promise.resolve(network),
    async save(bytes) {
      if (!gate.isHeld && performance.now() - savedAt < 1_000 * checkpointSeconds) return;
      await keep(bytes);
      savedAt = performance.now();
      reporter.saved();
    },
  };
}

const foldLabels = ({ division, rows, labels }: FineTuningPlan): number[][] =>
  division.folds.map((fold) => fold.map((i) => labels.indexOf(rows[i].label)));

/** The number of steps of all stages before this one. */
export function stepsBefore({ division, rows, recipe, times, labels }: FineTuningPlan, stage: number): number {
  const { folds, train } = division;
  const repetitionsOf = (i: number): number => times[labels.indexOf(rows[i].label)];
  const stepsOf = (learnt: readonly number[]): number =>
    recipe.fit.epochs * Math.ceil((learnt.reduce((sum, i) => sum + repetitionsOf(i), 0) + recipe.replay) / recipe.fit.batchSize); // prettier-ignore
  return Array.from({ length: stage }, (_, at) =>
    at < folds.length ? train.filter((i) => !folds[at].includes(i)) : train,
  ) // prettier-ignore
    .reduce((sum, learnt) => sum + stepsOf(learnt), 0);
}

function outOfFolds(plan: FineTuningPlan, said: readonly (readonly Logits[])[]): (readonly number[])[] {
  const { folds } = plan.division;
  const { ofFold } = bestEpochs({ said: said.slice(0, folds.length), labels: foldLabels(plan) });
  const all: (readonly number[])[] = [];
  folds.forEach((fold, k) => fold.forEach((row, at) => (all[row] = said[k][ofFold[k] - 1][at])));
  return all;
}
