import * as vscode from 'vscode';
import type { TrainingRun } from '../../shared/protocol/training-page';
import type { FineTuningProgress, FineTuningResult } from '../../shared/fine-tuning';
import type { FineTuner } from '../../training/fine-tuning/fine-tuner';
import { runView, type RunFacts } from './run-view';

/** Progress is shown at most so often, in milliseconds. */
const EVERY_MS = 250;

export type TrainingWork = (
  tell: (progress: FineTuningProgress) => void,
  signal: AbortSignal,
) => Promise<FineTuningResult>;

/** One training under way: what the person asks of it, and how far it is. */
export class RunningTraining {
  private readonly abort = new AbortController();
  private asked: RunFacts['asked'];
  private progress?: FineTuningProgress;
  private shownAt = 0;

  constructor(
    private readonly facts: Omit<RunFacts, 'asked'>,
    private readonly fineTuner: FineTuner,
    private readonly changed: () => void,
  ) {}

  get view(): TrainingRun {
    return runView({ ...this.facts, asked: this.asked }, this.progress);
  }

  get isCancelled(): boolean {
    return this.asked === 'cancel';
  }

  /** Epochs that are done. */
  get epoch(): number {
    return Math.floor(this.progress?.epoch ?? 0);
  }

  /** Seconds of work so far. */
  get seconds(): number {
    return this.progress?.seconds ?? 0;
  }

  work(work: TrainingWork): Promise<FineTuningResult> {
    return work((progress) => this.told(progress), this.abort.signal);
  }

  async pause(): Promise<void> {
    this.asked = 'pause';
    this.changed();
    await this.fineTuner.pause();
  }

  async unpause(): Promise<void> {
    this.asked = undefined;
    await this.fineTuner.unpause();
    this.changed();
  }

  cancel(): void {
    this.asked = 'cancel';
    this.changed();
    this.abort.abort(new vscode.CancellationError());
  }

  private told(progress: FineTuningProgress): void {
    const before = this.progress;
    this.progress = progress;
    if (progress.paused && this.asked === 'pause') this.asked = undefined;
    const isNews = before?.phase !== progress.phase || before.points.length !== progress.points.length || before.paused !== progress.paused; // prettier-ignore
    const now = Date.now();
    if (!isNews && now - this.shownAt < EVERY_MS) return;
    this.shownAt = now;
    this.changed();
  }
}
