import * as vscode from 'vscode';
import type { ReviewMark } from '../../shared/overview';
import { SaliencyError } from '../../shared/saliency-error';
import type { StoredRun, FineTuningResult } from '../../shared/fine-tuning';
import type { FineTuner } from '../../training/fine-tuning/fine-tuner';
import { UNWRITABLE_WORDING } from '../../shared/strings/errors';
import { messageOf } from '../wording/report-error';
import { translate } from '../wording/translate';
import { outcomeSummary, textOfStop } from './outcome-text';
import { countCorrections } from './learnt-corrections';
import { SESSION_ID } from './own-session';
import { shownRows } from './outcome-view';
import { markRows } from './row-marks';
import { shortProgress } from './run-view';
import type { TrainerHost, TrainingParts } from './training-host';
import {
  runsInAnotherWindow,
  isInterrupted,
  RecordFile,
  SIGN_MS,
  SILENCE_MS,
  type TrainingRecord,
} from './training-record';
import { RunningTraining, type TrainingWork } from './training-run';
import { TrainingStatus } from './training-status';

/** Set while a training runs: the next start of the extension looks whether it was interrupted. */
const RUNNING_KEY = 'saliency.training.running';

/** What the job needs from the page or panel that shows it. */
export interface JobHost {
  readonly changed: () => void;
  /** Whether the person sees the page. */
  readonly isVisible: () => boolean;
  /** What stands in the way of the request itself. @returns whether it was said where the person can change it */
  readonly refused: (problem: string) => boolean;
}

/** The one training that there is in all windows: it runs, was interrupted, or has its result. */
export class TrainingJob implements vscode.Disposable {
  readonly file: RecordFile;
  record?: TrainingRecord;
  result?: FineTuningResult;
  /** What is on disk of a training that no window runs; undefined: nothing to continue from. */
  remains?: StoredRun;
  running?: RunningTraining;
  /** Highlights of rows of the result. */
  marks = new Map<number, readonly ReviewMark[]>();
  private readonly status = new TrainingStatus();
  private marking = new AbortController();
  private later?: ReturnType<typeof setTimeout>;
  private recalling?: Promise<void>;
  private isDisposed = false;

  constructor(
    private readonly parts: TrainingParts,
    private readonly host: TrainerHost,
    private readonly fineTuner: FineTuner,
    private readonly shown: JobHost,
  ) {
    this.file = new RecordFile(host.context.globalStorageUri);
  }

  /** Whether another window runs it. */
  get isElsewhere(): boolean {
    return this.record !== undefined && runsInAnotherWindow(this.record, SESSION_ID, Date.now());
  }

  /** Whether it was started and no window runs it. */
  get isStopped(): boolean {
    const { record } = this;
    if (!record || this.running || record.state === 'done') return false;
    const own = record.session === SESSION_ID;
    return record.state === 'failed' || own || isInterrupted(record, SESSION_ID, Date.now());
  }

  async start(record: TrainingRecord, work: TrainingWork): Promise<void> {
    await this.fineTuner.discard(this.file.run.toString());
    await this.work(record, work);
  }

  async resume(): Promise<void> {
    const { record } = this;
    if (!record || !this.isStopped) return;
    await this.work(record, (tell, signal) => this.fineTuner.resume(this.file.run.toString(), tell, signal));
  }

  /**
   * Reads what other windows and earlier starts wrote about it. The start of the extension and the page may both ask:
   * it is read once.
   */
  recall(): Promise<void> {
    return (this.recalling ??= this.recalled().finally(() => (this.recalling = undefined)));
  }

  private async recalled(): Promise<void> {
    if (this.running) return;
    this.record = await this.file.read();
    if (this.isStopped) await this.lookForRemains();
    if (this.record?.state !== 'done') this.result = undefined;
    else if (this.result?.name !== this.record.name) {
      this.result = (await this.fineTuner.remains(this.file.run.toString()))?.result;
      if (this.result) void this.mark(this.result);
    }
    this.tellMenus();
  }

  /** What its folder holds, whatever the record says: a window may have ended before it could write down how far it was. */
  private async lookForRemains(): Promise<void> {
    this.remains = await this.fineTuner.remains(this.file.run.toString());
    const { record, remains } = this;
    if (!record || !remains?.result) return;
    // The window was closed after the training had ended and before the record said so.
    this.record = { ...record, at: 0, state: 'done', epoch: remains.result.epochs.run };
    await this.file.write(this.record);
  }

  /** When the extension starts: tells the person of a training that was interrupted. */
  async recallAtStart(): Promise<void> {
    await this.recall();
    if (this.isElsewhere) {
      // That window may just have been closed: if it no longer reports, it was.
      this.later = setTimeout(() => void this.recallAtStart().catch(() => undefined), SILENCE_MS);
    } else if (this.isStopped) this.offerToResume();
    else await this.host.context.globalState.update(RUNNING_KEY, undefined);
    this.shown.changed();
  }

  /** What was decided about the result. */
  async decide(decision: Pick<TrainingRecord, 'decided' | 'usedIn' | 'changed'>): Promise<void> {
    if (!this.record) return;
    this.record = { ...this.record, ...decision };
    await this.file.write(this.record);
    this.shown.changed();
  }

  /** Forgets the training and its result; a model that it has written stays. */
  async forget(): Promise<void> {
    this.record = undefined;
    this.result = undefined;
    this.marking.abort(new vscode.CancellationError());
    this.status.hide();
    await this.host.context.globalState.update(RUNNING_KEY, undefined);
    await this.file.remove();
    await this.fineTuner.discard(this.file.run.toString());
    this.tellMenus();
  }

  dispose(): void {
    this.isDisposed = true;
    // A training that runs is interrupted; its checkpoints stay.
    const { running, record } = this;
    if (running && record) void this.file.write({ ...record, at: 0, epoch: running.epoch }).catch(() => undefined);
    clearTimeout(this.later);
    this.marking.abort(new vscode.CancellationError());
    this.status.dispose();
  }

  /** Runs a training to its end; its record always has the latest state. */
  private async work(before: TrainingRecord, work: TrainingWork): Promise<void> {
    if (this.running) return;
    this.result = undefined;
    this.record = { ...before, session: SESSION_ID, at: Date.now(), state: 'running', problem: undefined };
    const facts = { source: before.source, name: before.name, cores: this.host.cores };
    const running = (this.running = new RunningTraining(facts, this.fineTuner, () => this.tell()));
    const signs = setInterval(() => void this.sign(), SIGN_MS);
    const end = () => {
      clearInterval(signs);
      this.running = undefined;
      this.status.hide();
    };
    try {
      await this.host.context.globalState.update(RUNNING_KEY, true);
      await this.file.write(this.record);
      this.tell();
      const result = await running.work(work);
      end();
      await this.finished(result);
    } catch (error) {
      end();
      // The window is being closed: its worker was stopped, which is an interruption and no failure.
      if (this.isDisposed) return;
      if (running.isCancelled) await this.forget();
      else await this.failed(error, running.epoch);
    } finally {
      this.tellMenus();
      this.shown.changed();
    }
  }

  /** Writes into the record that this window is still training, for other windows and a later start. */
  private async sign(): Promise<void> {
    const { record, running } = this;
    if (!record || !running) return;
    this.record = { ...record, at: Date.now(), epoch: running.epoch };
    await this.file.write(this.record).catch((error: unknown) => this.parts.log.warn(String(error)));
  }

  private tell(): void {
    const view = this.running?.view;
    if (view) this.status.say(shortProgress(view), view.state !== 'paused');
    this.tellMenus();
    this.shown.changed();
  }

  private tellMenus(): void {
    const some = this.running !== undefined || this.record !== undefined;
    void vscode.commands.executeCommand('setContext', 'saliency.trainingStopped', this.isStopped);
    void vscode.commands.executeCommand('setContext', 'saliency.hasTraining', some);
  }

  private async finished(result: FineTuningResult): Promise<void> {
    this.result = result;
    const earlier = await countCorrections(this.host.context.workspaceState, this.record!.results, result);
    this.record = { ...this.record!, at: 0, state: 'done', epoch: result.epochs.run, ...(earlier > 0 && { earlier }) };
    await this.file.write(this.record);
    await this.host.context.globalState.update(RUNNING_KEY, undefined);
    await this.host.modelsChanged();
    void this.mark(result);
    if (this.shown.isVisible()) return;
    const show = vscode.l10n.t('Show Result');
    // Not waited for: a notification may stay open for long.
    void vscode.window
      .showInformationMessage(`${result.name}: ${outcomeSummary(result)}`, show)
      .then((answer) => (answer === show ? vscode.commands.executeCommand('saliency.showTraining') : undefined));
  }

  private async failed(error: unknown, epoch: number): Promise<void> {
    const problem = problemOf(error);
    this.parts.log.error(error instanceof Error ? error : String(error));
    const code = error instanceof SaliencyError ? error.code : 'internal';
    if (BEFORE_IT_STARTS.has(code) && this.shown.refused(problem)) return this.forget();
    this.record = { ...this.record!, at: 0, state: 'failed', epoch, problem, otherFolder: code === 'unwritable' };
    await this.file.write(this.record).catch((reason: unknown) => this.parts.log.warn(String(reason)));
    this.remains = await this.fineTuner.remains(this.file.run.toString()).catch(() => undefined);
    if (this.shown.isVisible()) this.status.hide();
    else this.offerToResume();
  }

  private offerToResume(): void {
    if (!this.record) return;
    this.status.say(vscode.l10n.t('Training stopped'), false);
    this.tellMenus();
    const [resume, show] = [vscode.l10n.t('Resume Training'), vscode.l10n.t('Show Training')];
    void vscode.window.showInformationMessage(textOfStop(this.record, this.remains), resume, show).then((answer) => {
      if (answer === resume) return vscode.commands.executeCommand('saliency.resumeTraining');
      return answer === show ? vscode.commands.executeCommand('saliency.showTraining') : undefined;
    });
  }

  /** Highlights the rows of the result, once there is time. */
  private async mark(result: FineTuningResult): Promise<void> {
    const marks = (this.marks = new Map<number, readonly ReviewMark[]>());
    this.marking.abort(new vscode.CancellationError());
    const { signal } = (this.marking = new AbortController());
    try {
      await markRows(this.parts.explainer, result.name, shownRows(result), (row, of) => marks.set(row, of), signal);
    } catch (error) {
      if (!signal.aborted) this.parts.log.warn(String(error));
    }
    if (!signal.aborted) this.shown.changed();
  }
}

/** What went wrong, for people. A full disk has a sentence of its own here, because the usual one speaks of annotating. */
function problemOf(error: unknown): string {
  const isFull = error instanceof SaliencyError && error.code === 'unwritable' && error.data.reason === 'ENOSPC';
  return isFull ? translate(UNWRITABLE_WORDING.training, String(error.data.file)) : (messageOf(error) ?? '');
}

/** Errors that are found before the training starts. */
const BEFORE_IT_STARTS: ReadonlySet<string> = new Set([
  'too-few-rows',
  'too-few-labels',
  'wrong-language',
  'unknown-model',
  'training-busy',
]);
