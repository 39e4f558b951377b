import { candidateOf } from '../../model/label-next/candidate';
import { labelNext, type Candidate } from '../../model/label-next/label-next';
import type { Model } from '../../model/model';
import type { BeforeAfter, RowPrediction, FineTuningRequest, FineTuningResult } from '../../shared/fine-tuning';
import { isInAnother } from '../rows/language-of-rows';
import { baselineLabels } from './baseline';
import { beforeAfter, confusionOf, figuresOf } from './figures';
import type { FinishedModel } from './finish-fine-tuned';
import type { GeneralTexts } from './general-texts';
import { rowPrediction, predictions } from './read-texts';
import { reasonFigure } from './reasons';
import type { Reporter } from './reporter';
import { countOutcomes, rowOutcomes, type RowPredictions } from './row-outcomes';
import type { StagesDone } from './run-stages';
import type { FineTuningEnvironment } from './environment';
import type { FineTuningPlan } from './fine-tuning-plan';

/** The number of texts that are suggested for labelling next. */
const MOST_NEXT = 200;

/** The rows that are measured, as indices into the list of used rows. */
const measuredRows = ({ division }: FineTuningPlan): readonly number[] =>
  division.split.kind === 'held-out' ? division.heldOut : division.train;

export interface StartPredictions {
  readonly own: readonly RowPrediction[];
  readonly general: readonly RowPrediction[];
}

export async function startPredictions(
  model: Model,
  plan: FineTuningPlan,
  general: GeneralTexts | undefined,
  pass: () => Promise<void>,
): Promise<StartPredictions> {
  const texts = measuredRows(plan).map((i) => plan.rows[i].text);
  const own = await predictions(model, plan.segment, texts, pass);
  const test = general?.test.map(({ text }) => text) ?? [];
  return { own, general: await predictions(model, plan.segment, test, pass) };
}

/** Everything that a result is computed from. */
export interface ResultRequest {
  readonly request: FineTuningRequest;
  readonly environment: Pick<FineTuningEnvironment, 'today'>;
  readonly plan: FineTuningPlan;
  readonly done: StagesDone;
  readonly finished: FinishedModel;
  readonly before?: StartPredictions;
  readonly general?: GeneralTexts;
  /** The model that training started from. */
  readonly start?: Model;
  readonly reporter: Reporter;
  readonly pass: () => Promise<void>;
}

/** Measures a fine-tuned model, and for comparison the model it started from and a simple model. */
export async function resultOf(asked: ResultRequest): Promise<FineTuningResult> {
  const { request, environment, plan, done, before, general, start, reporter, pass } = asked;
  const { model, temperature } = asked.finished;
  const { labels, rows, division, segment, indices } = plan;
  const measured = measuredRows(plan);
  const after = done.outOfFold
    ? measured.map((i) => rowPrediction(done.outOfFold![i], labels, temperature))
    : await predictions(model, segment, measured.map((i) => rows[i].text), pass); // prettier-ignore
  const places = (said: readonly RowPrediction[]): number[] => said.map(({ label }) => labels.indexOf(label));
  const actual = measured.map((i) => labels.indexOf(rows[i].label));
  const own = beforeAfter({ labels, actual, before: before && places(before.own), after: places(after) });
  const forgotten = before && general && (await onGeneral(model, plan, general, before, pass));
  const simple = await baseline(plan, pass);
  const outcomes = rowOutcomes(request.rows, measured.map((i, at): RowPredictions => ({ row: indices[i], before: before?.own[at], after: after[at] }))); // prettier-ignore
  const { history, bestEpoch, epoch } = done.state;
  const most = plan.recipe.fit.epochs;
  const reasons = reasonsOf(plan, model, start, done.outOfFold !== undefined);
  reporter.around(0.05);
  return {
    ...{ name: request.name, out: request.out, source: request.source, language: plan.language, labels },
    ...{ start: plan.start, newOutput: plan.newOutput, split: division.split, own },
    ...(forgotten && { general: forgotten }),
    baseline: figuresOf(labels, actual, simple),
    commonest: commonest(plan, actual),
    confusion: { ...(before && { before: confusionOf(labels, actual, places(before.own)) }), after: confusionOf(labels, actual, places(after)) }, // prettier-ignore
    rows: outcomes,
    outcomes: countOutcomes(outcomes),
    ...(reasons && { reasons }),
    trained: division.train.length,
    ...(plan.check.otherLanguage.length > 0 && { otherLanguage: plan.check.otherLanguage.length }),
    replayed: plan.newOutput ? 0 : plan.recipe.replay * history.length,
    corrected: division.train.filter((i) => rows[i].corrected).length,
    epochs: { run: epoch, most, kept: done.outOfFold ? epoch : bestEpoch, stoppedEarly: epoch < most },
    seconds: reporter.seconds,
    date: environment.today(),
    next: await nextOf(request, plan, model, pass),
    bytes: 0,
  };
}

async function onGeneral(
  model: Model,
  { labels, segment }: FineTuningPlan,
  { test }: GeneralTexts,
  before: StartPredictions,
  pass: () => Promise<void>,
): Promise<BeforeAfter> {
  const after = await predictions(model, segment, test.map(({ text }) => text), pass); // prettier-ignore
  const places = (said: readonly RowPrediction[]): number[] => said.map(({ label }) => labels.indexOf(label));
  const actual = test.map(({ label }) => labels.indexOf(label));
  return beforeAfter({ labels, actual, before: places(before.general), after: places(after) });
}

/** The simple model's predictions for the measured rows. */
async function baseline(
  { labels, rows, division, segment, recipe }: FineTuningPlan,
  pass: () => Promise<void>,
): Promise<number[]> {
  const { seed } = recipe.fit;
  const of = (places: readonly number[]) => places.map((i) => rows[i]);
  const shared = { labels, segment, seed, pass };
  if (division.folds.length === 0) {
    return baselineLabels({
      ...shared,
      train: of([...division.train, ...division.validation]),
      test: of(division.heldOut),
    });
  }
  const said: number[] = [];
  for (const fold of division.folds) {
    const train = division.train.filter((i) => !fold.includes(i));
    const found = await baselineLabels({ ...shared, train: of(train), test: of(fold) });
    fold.forEach((i, at) => (said[i] = found[at]));
  }
  return division.train.map((i) => said[i]);
}

/** The share of the measured rows that have the most frequent label of the training rows. */
function commonest({ rows, division, labels }: FineTuningPlan, actual: readonly number[]): number {
  const counts = labels.map((label) => division.train.filter((i) => rows[i].label === label).length);
  const top = counts.indexOf(Math.max(...counts));
  return actual.filter((label) => label === top).length / Math.max(1, actual.length);
}

/** Only for held-out rows: models of folds have no rationale head. */
function reasonsOf(
  plan: FineTuningPlan,
  model: Model,
  start: Model | undefined,
  areFolds: boolean,
): FineTuningResult['reasons'] {
  if (areFolds) return undefined;
  const marked = measuredRows(plan).map((i) => plan.rows[i]).filter(({ spans = [] }) => spans.length > 0); // prettier-ignore
  const after = reasonFigure(model, plan.segment, marked);
  if (after === undefined) return undefined;
  const before = start && reasonFigure(start, plan.segment, marked);
  return { n: marked.length, after, ...(before !== undefined && { before }) };
}

async function nextOf(
  { unlabelled = [] }: FineTuningRequest,
  { segment, language }: FineTuningPlan,
  model: Model,
  pass: () => Promise<void>,
): Promise<readonly string[]> {
  if (unlabelled.length === 0) return [];
  const found: (Candidate & { readonly id: string })[] = [];
  for (const [i, { id, text }] of unlabelled.entries()) {
    if (i % 50 === 0) await pass();
    if (isInAnother(text, language)) continue;
    const candidate = candidateOf(model, segment(text));
    if (candidate) found.push({ id, ...candidate });
  }
  return labelNext(found, MOST_NEXT).map((i) => found[i].id);
}
