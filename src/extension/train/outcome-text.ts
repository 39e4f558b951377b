import * as vscode from 'vscode';
import type { TrainingStop } from '../../shared/protocol/training-page';
import type { TeachResult } from '../../shared/training';
import { percent } from '../wording/figures';
import type { TrainingRecord } from './training-record';

/** What came of it in a few words, for a notification. */
export function outcomeText({ own: { before, after, change } }: TeachResult): string {
  const of = (share: number) => percent(share, vscode.env.language);
  if (!before) return vscode.l10n.t('right on {0} of your rows', of(after.accuracy));
  const better = change !== undefined && change.low > 0;
  const sentence = better ? vscode.l10n.t('better on your rows: {0} → {1}', of(before.accuracy), of(after.accuracy)) : vscode.l10n.t('not better: {0} → {1}', of(before.accuracy), of(after.accuracy)); // prettier-ignore
  return sentence;
}

/** A training that does not run, as the page shows it. */
export function stopOf(record: TrainingRecord, elsewhere: boolean): TrainingStop {
  const { source, name, epoch, state, problem, startedFrom, otherFolder } = record;
  return {
    source,
    name,
    why: elsewhere ? 'elsewhere' : state === 'failed' ? 'failed' : 'interrupted',
    epoch,
    ...(problem !== undefined && { problem }),
    ...(startedFrom !== undefined && { inUse: startedFrom }),
    otherFolder: otherFolder === true,
    canResume: true,
  };
}

/** The same in a sentence. */
export function textOfStop({ name, epoch, state, problem }: TrainingRecord): string {
  if (state === 'failed' && problem) return vscode.l10n.t('The training of {0} stopped. {1}', name, problem);
  return vscode.l10n.t('The training of {0} was interrupted at epoch {1}; nothing is lost.', name, epoch);
}
