import type { ReadFile } from '../../model/format/read-json';
import { readManifest } from '../../model/format/read-manifest';
import { sha256 } from '../../model/format/sha256';
import { withFiles } from '../../model/format/with-files';
import { loadWholeModel } from '../../model/network/load-whole-model';
import type { Model } from '../../model/model';
import { probabilitiesOf } from '../../model/probabilities';
import { SaliencyError } from '../../shared/saliency-error';
import type { FineTuningProgress, FineTuningRequest, FineTuningResult } from '../../shared/fine-tuning';
import { beginningOf, type Beginning } from './beginning';
import { Checkpoints } from './checkpoints';
import type { LabelledExample } from './encoded';
import { finishFineTuned, measuredOf, type FinishedModel } from './finish-fine-tuned';
import type { Gate } from './gate';
import { generalTexts } from './general-texts';
import { canCarryReasons } from './reasons';
import { coresUsed } from './recipe';
import { Reporter } from './reporter';
import { runStages, stepsBefore, type StagesDone } from './run-stages';
import { beginningFromScratch } from './scratch';
import { resultOf, startPredictions } from './fine-tuning-result';
import { partialFolder, within, writeModelFolder } from '../../shared/model-folder';
import type { FineTuningEnvironment } from './environment';
import { cardOf } from './model-files';
import { planFineTuning, refuseObstacles, type FineTuningPlan } from './fine-tuning-plan';
import { tokenizer } from '../rows/encoded-texts';

export interface FineTuningRun {
  readonly request: FineTuningRequest;
  readonly environment: FineTuningEnvironment;
  readonly gate: Gate;
  tell(progress: FineTuningProgress): void;
  /** Called with the run's reporter, which must be told about pauses. */
  onReporter?(reporter: Reporter): void;
  /** Seconds between two checkpoints. */
  readonly checkpointSeconds?: number;
}

/** The files of a run beside its checkpoints. */
const RUN_FILES = { request: 'request.json', result: 'result.json' } as const;

/** The work beside the training steps, as a number of steps; for the progress bar. */
const AROUND_STEPS = 60;

/** Creates the folder of a new run, before anything else, so that the run can be resumed whatever interrupts it. */
export async function beginRun(store: FineTuningEnvironment['store'], request: FineTuningRequest): Promise<void> {
  // The request is written last, so that files of an earlier run are not taken for files of this run.
  await new Checkpoints(store, request.run).remove();
  await store.remove(within(request.run, RUN_FILES.result));
  await store.save(within(request.run, RUN_FILES.request), json(request));
}

/** Removes everything that a run left: its folder, and an incompletely written model. */
export async function removeRun(store: FineTuningEnvironment['store'], run: string): Promise<void> {
  const request = await requestOf(store, run);
  if (request) await store.remove(partialFolder(request.out));
  // The request goes first: a run without it is never resumed, even if this is interrupted half-way.
  await store.remove(within(run, RUN_FILES.request));
  await new Checkpoints(store, run).remove();
  await store.remove(within(run, RUN_FILES.result));
}

/**
 * Checks, trains, measures, and writes the model, its card and the result; continues from the checkpoint in the run's
 * folder, if there is one. The same request gives the same bytes.
 */
export async function fineTune(run: FineTuningRun): Promise<FineTuningResult> {
  const { request, environment, gate } = run;
  const { store, models } = environment;
  const plan = await planFineTuning(request, environment);
  // A run that is refused can never be resumed.
  if (plan.check.obstacles.length > 0) await removeRun(store, request.run);
  refuseObstacles(plan.check);
  const fingerprint = await fingerprintOf(request, plan);
  const checkpoints = new Checkpoints(store, request.run);
  const found = await checkpoints.last();
  if (found && found.state.fingerprint !== fingerprint) {
    throw new SaliencyError(
      'The checkpoint belongs to a training with other rows, another start or another version of Saliency. Discard it and start again.',
      'foreign-checkpoint',
    );
  }
  const cores = environment.startGradientWorker ? coresUsed(plan.recipe, request.cores) : 1;
  const reporter = new Reporter({
    tell: (progress) => run.tell(progress),
    cores,
    memory: () => environment.memory(),
    steps: stepsBefore(plan, plan.division.folds.length + 1),
    around: AROUND_STEPS,
    before: found?.state.seconds ?? 0,
  });
  run.onReporter?.(reporter);
  reporter.phase('reading');
  if (found) reporter.resumed(found.state.epoch, found.damaged);
  const name = plan.start.kind === 'model' ? plan.start.model : undefined;
  const model = name === undefined ? undefined : await loadWholeModel(name, models.filesOf(name));
  let gradientWorker = cores > 1 ? environment.startGradientWorker?.() : undefined;
  let finished: FinishedModel | undefined;
  let done: StagesDone | undefined;
  try {
    const start = model && (await startOf(model, models.filesOf(model.name)));
    const needsGeneral = !plan.newOutput || (model?.saliency !== undefined && canCarryReasons(model));
    const general = needsGeneral ? generalTexts(await environment.general(plan.language), plan.language) : undefined;
    const pass = (): Promise<void> => gate.pass();
    reporter.around(0.05);
    reporter.phase('before');
    done = await runStages({
      ...{ plan, fingerprint, checkpoints, found, gradientWorker, gate, reporter },
      general: plan.newOutput ? undefined : general,
      startProbabilities: model && !plan.newOutput ? (text) => probabilitiesSaid(model, plan, text) : undefined,
      beginning: beginnings(plan, model),
      checkpointSeconds: run.checkpointSeconds ?? 3,
    });
    await gradientWorker?.close();
    gradientWorker = undefined;
    reporter.phase('reasons');
    finished = await finishFineTuned({ request, plan, done, start, general, pass });
    reporter.around(0.3);
    reporter.phase('measuring');
    // Done after training, so that nobody who waits for the training or cancels it has to wait for this.
    const before = model && !plan.newOutput ? await startPredictions(model, plan, general, pass) : undefined;
    reporter.around(0.15);
    const result = await resultOf({ ...run, plan, done, finished, before, general, start: model, reporter, pass });
    reporter.around(0.4);
    reporter.phase('writing');
    const changed = await withFiles({ ...cardOf(finished.files), measured: measuredOf({ request, plan }, result.own, result.general) }, new Map()); // prettier-ignore
    const all = new Map([...finished.files, ...changed]);
    await writeModelFolder(store, request.out, all, () => gate.pass());
    const bytes = [...all.values()].reduce((sum, { length }) => sum + length, 0);
    const whole = { ...result, bytes, seconds: Math.round(reporter.seconds * 10) / 10 };
    await store.save(within(request.run, RUN_FILES.result), json(whole));
    await checkpoints.remove();
    reporter.around(1);
    return whole;
  } finally {
    await gradientWorker?.close();
    done?.kept.network.dispose();
    finished?.model.dispose();
    model?.dispose();
  }
}

const json = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value)}\n`);

/** Two runs with the same fingerprint take the same steps. */
async function fingerprintOf(request: FineTuningRequest, { card }: FineTuningPlan): Promise<string> {
  const { rows, labels, language, start, options, cores } = request;
  const files = card && Object.entries(card.files).map(([file, of]) => [file, of.sha256]);
  const settled = { version: 1, rows: rows.map(({ text, label, spans, group }) => [text, label, spans, group]), labels, language, start, options, cores, files }; // prettier-ignore
  return sha256(json(settled));
}

function probabilitiesSaid(model: Model, { segment }: FineTuningPlan, text: string): readonly number[] {
  const { ids, mask } = model.encode(segment(text));
  return probabilitiesOf(model.forward(ids, mask).logits, model.temperature);
}

async function startOf(model: Model, read: ReadFile) {
  const counts = await read('counts.txt').then(
    (bytes) => new TextDecoder().decode(bytes),
    () => undefined,
  );
  return { model, manifest: await readManifest(model.name, read), counts };
}

function beginnings(plan: FineTuningPlan, model: Model | undefined): (learnt: readonly LabelledExample[]) => Beginning {
  const { labels, segment, rows, division, architecture, recipe } = plan;
  if (!model) return (learnt) => beginningFromScratch(architecture, labels, learnt, segment);
  const tokenize = tokenizer(segment, model.card.standardisation);
  // A word whose vector is not trained is better read by its parts.
  const texts = recipe.keepsWords ? [] : division.train.map((i) => tokenize(rows[i].text));
  const one = beginningOf(model, labels, texts, recipe.fit.seed);
  return () => one;
}

/** The request of a run, read from its folder. */
export const requestOf = (store: FineTuningEnvironment['store'], run: string): Promise<FineTuningRequest | undefined> =>
  jsonIn<FineTuningRequest>(store, within(run, RUN_FILES.request));

/** The result of a run, read from its folder; the model is always written before it. */
export const resultIn = (store: FineTuningEnvironment['store'], run: string): Promise<FineTuningResult | undefined> =>
  jsonIn<FineTuningResult>(store, within(run, RUN_FILES.result));

/** Undefined if the file does not exist or is incomplete, as after a power failure. */
async function jsonIn<T>(store: FineTuningEnvironment['store'], address: string): Promise<T | undefined> {
  const bytes = await store.load(address);
  try {
    return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as T);
  } catch {
    return undefined;
  }
}
