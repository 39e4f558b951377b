import { bothLogits, largestAt } from '../../model/probabilities';
import type { Logits } from './stage';

/**
 * `said`: by fold and epoch, the logits that the fold's model gave to the held-out rows of the fold. `labels`: by fold,
 * the labels of these rows.
 */
export interface FoldLogits {
  readonly said: readonly (readonly Logits[])[];
  readonly labels: readonly (readonly number[])[];
}

/**
 * How many epochs are best: for each fold as the other folds have it, so that no row chooses by what it is measured on; and
 * for the model that is kept as all folds have it.
 */
export function bestEpochs({ said, labels }: FoldLogits): { readonly ofFold: number[]; readonly kept: number } {
  const right = said.map((epochs, fold) => epochs.map((logits) => rightIn(logits, labels[fold])));
  const best = (folds: readonly number[]): number => {
    const sums = right[0].map((_, epoch) => folds.reduce((sum, fold) => sum + right[fold][epoch], 0));
    // Neighbours count as well: one epoch of so few rows says little.
    const smooth = sums.map((_, i) => mean(sums.slice(Math.max(0, i - 1), i + 2)));
    return smooth.lastIndexOf(Math.max(...smooth)) + 1;
  };
  const folds = said.map((_, fold) => fold);
  return { ofFold: folds.map((fold) => best(folds.filter((other) => other !== fold))), kept: best(folds) };
}

const rightIn = (logits: Logits, labels: readonly number[]): number =>
  logits.filter((of, i) => largestAt(bothLogits(of)) === labels[i]).length;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
