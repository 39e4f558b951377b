import { bothLogits, largestAt } from '../../model/probabilities';
import type { Logits } from './stage';

/**
 * `said`: for each fold and epoch, the logits of the fold's model for the rows held out from it. `labels`: for each
 * fold, the labels of these rows.
 */
export interface FoldLogits {
  readonly said: readonly (readonly Logits[])[];
  readonly labels: readonly (readonly number[])[];
}

/**
 * The best number of epochs. For each fold it is chosen on the other folds, so that no row takes part in choosing the
 * model that it measures; for the model that is kept it is chosen on all folds.
 */
export function bestEpochs({ said, labels }: FoldLogits): { readonly ofFold: number[]; readonly kept: number } {
  const right = said.map((epochs, fold) => epochs.map((logits) => rightIn(logits, labels[fold])));
  const best = (folds: readonly number[]): number => {
    const sums = right[0].map((_, epoch) => folds.reduce((sum, fold) => sum + right[fold][epoch], 0));
    // The neighbouring epochs count too: on so few rows, the figures of one epoch are noisy.
    const smooth = sums.map((_, i) => mean(sums.slice(Math.max(0, i - 1), i + 2)));
    return smooth.lastIndexOf(Math.max(...smooth)) + 1;
  };
  const folds = said.map((_, fold) => fold);
  return { ofFold: folds.map((fold) => best(folds.filter((other) => other !== fold))), kept: best(folds) };
}

const rightIn = (logits: Logits, labels: readonly number[]): number =>
  logits.filter((of, i) => largestAt(bothLogits(of)) === labels[i]).length;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
