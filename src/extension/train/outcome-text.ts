import * as vscode from 'vscode';
import type { TrainingStop } from '../../shared/protocol/training-page';
import type { StoredRun, FineTuningResult, CheckpointPlace } from '../../shared/fine-tuning';
import { percent } from '../wording/figures';
import type { TrainingRecord } from './training-record';

/** The outcome of a training in a few words, for a notification. */
export function outcomeSummary({ own: { before, after, change } }: FineTuningResult): string {
  const of = (share: number) => percent(share, vscode.env.language);
  if (!before) return vscode.l10n.t('right on {0} of your rows', of(after.accuracy));
  const better = change !== undefined && change.low > 0;
  if (!better && change && change.high >= 0 && after.accuracy > before.accuracy) return vscode.l10n.t('perhaps better: {0} → {1}', of(before.accuracy), of(after.accuracy)); // prettier-ignore
  const sentence = better ? vscode.l10n.t('better on your rows: {0} → {1}', of(before.accuracy), of(after.accuracy)) : vscode.l10n.t('not better: {0} → {1}', of(before.accuracy), of(after.accuracy)); // prettier-ignore
  return sentence;
}

/** A training that does not run, as the page shows it. @param remains what its folder holds; undefined: nothing to continue with */
export function stopOf(record: TrainingRecord, elsewhere: boolean, remains?: StoredRun): TrainingStop {
  const { source, name, state, problem, startedFrom, otherFolder } = record;
  return {
    source,
    name,
    why: elsewhere ? 'elsewhere' : state === 'failed' ? 'failed' : 'interrupted',
    ...(remains?.saved && { saved: remains.saved }),
    ...(problem !== undefined && { problem }),
    ...(startedFrom !== undefined && { inUse: startedFrom }),
    otherFolder: otherFolder === true,
    canResume: remains !== undefined,
  };
}

/** The same in a sentence. */
export function textOfStop({ name, state, problem }: TrainingRecord, remains?: StoredRun): string {
  if (state === 'failed' && problem) return vscode.l10n.t('The training of {0} stopped. {1}', name, problem);
  return textOfInterruption(name, remains?.saved);
}

function textOfInterruption(name: string, saved: CheckpointPlace | undefined): string {
  if (!saved) return vscode.l10n.t('The training of {0} was interrupted before its first checkpoint; it would start over.', name); // prettier-ignore
  const { epoch, fold } = saved;
  if (fold)
    return vscode.l10n.t('The training of {0} was interrupted in part {1} of {2}; it goes on from its last checkpoint.', name, fold.at, fold.of); // prettier-ignore
  if (epoch === 0)
    return vscode.l10n.t('The training of {0} was interrupted in its first epoch; it goes on from its last checkpoint.', name); // prettier-ignore
  return vscode.l10n.t('The training of {0} was interrupted after epoch {1}; it goes on from its last checkpoint.', name, epoch); // prettier-ignore
}
