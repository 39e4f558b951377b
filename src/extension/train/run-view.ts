import * as vscode from 'vscode';
import type { RunState, TrainingRun } from '../../shared/protocol/training-page';
import type { FineTuningProgress } from '../../shared/fine-tuning';

/** Facts about a run that its progress lacks. */
export interface RunFacts {
  readonly source: string;
  readonly name: string;
  readonly cores: number;
  /** What the person asked for and has not happened yet. */
  readonly asked?: 'pause' | 'cancel';
}

/** A run as the page shows it. */
export function runView(facts: RunFacts, progress: FineTuningProgress | undefined): TrainingRun {
  const { source, name, cores } = facts;
  if (!progress) {
    const state = facts.asked === 'cancel' ? 'cancelling' : 'preparing';
    return { source, name, state, epoch: 1, epochs: 1, share: 0, elapsed: 0, cores: [1, cores], before: {}, points: [], losses: [] }; // prettier-ignore
  }
  const { epoch, epochs, points, seconds, fold, examplesPerSecond, secondsLeft, savedAt } = progress;
  const [first] = points;
  const started = first?.epoch === 0 ? first : undefined;
  return {
    source,
    name,
    state: stateOf(facts, progress),
    epoch: Math.min(epochs, Math.floor(epoch) + 1),
    epochs: Math.max(1, epochs),
    share: Math.min(1, Math.max(0, progress.done)),
    ...(examplesPerSecond !== undefined && examplesPerSecond > 0 && { rate: examplesPerSecond }),
    elapsed: seconds,
    ...(secondsLeft !== undefined && { left: secondsLeft }),
    cores: [progress.cores, Math.max(cores, progress.cores)],
    ...(progress.memory > 0 && { megabytes: progress.memory / 1e6 }),
    ...(savedAt !== undefined && { saved: Math.max(0, seconds - savedAt) }),
    before: { own: started?.accuracy, general: started?.general },
    points: points.map(({ epoch: at, accuracy, general, validationLoss }) => ({
      epoch: at,
      own: accuracy,
      general,
      loss: validationLoss,
    })),
    losses: points.flatMap(({ epoch: at, loss }) => (loss === undefined ? [] : [{ epoch: at, loss }])),
    ...(fold && { fold }),
    ...(progress.resumed?.damaged && { notice: damagedText(progress.resumed.epoch) }),
  };
}

const damagedText = (epoch: number): string =>
  vscode.l10n.t('The last checkpoint is damaged; going on from the one before, epoch {0}.', epoch);

function stateOf({ asked }: RunFacts, { phase, paused }: FineTuningProgress): RunState {
  if (asked === 'cancel') return 'cancelling';
  if (paused) return 'paused';
  if (asked === 'pause') return 'pausing';
  switch (phase) {
    case 'reading':
    case 'before':
      return 'preparing';
    case 'folds':
    case 'training':
      return 'training';
    case 'reasons':
    case 'measuring':
    case 'writing':
      return 'measuring';
  }
}

/** `Training 60 %`, for the status bar. */
export function shortProgress({ state, share }: TrainingRun): string {
  const percent = Math.floor(100 * share);
  if (state === 'paused') return vscode.l10n.t('Training paused at {0} %', percent);
  return vscode.l10n.t('Training {0} %', percent);
}
