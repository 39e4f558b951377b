import type { Losses } from '../../shared/studies';
import type { Deletions } from './deletions';

/** The bins of ERASER (DeYoung et al. 2020): shares of the words. */
export const SHARES = [0.01, 0.05, 0.1, 0.2, 0.5] as const;

/** How many words make up a share: rounded, at least one. */
export function wordsInShare(share: number, words: number): number {
  return Math.max(1, Math.round(share * words));
}

/**
 * Comprehensiveness and sufficiency of the first words of an order, one entry per bin: how much of the target's
 * probability is lost without them, and how much if only they stay.
 */
export function lossesAlong(deletions: Deletions, order: readonly number[]): Losses[] {
  const { whole } = deletions;
  const byWords = new Map<number, Losses>();
  return SHARES.map((share) => {
    const words = wordsInShare(share, order.length);
    const known = byWords.get(words);
    if (known) return known;
    const first = order.slice(0, words);
    const losses = {
      comprehensiveness: whole - deletions.without(first),
      sufficiency: whole - deletions.only(first),
    };
    byWords.set(words, losses);
    return losses;
  });
}

/** The mean; over the bins it is the area over the perturbation curve (AOPC). */
export function meanLosses(all: readonly Losses[]): Losses {
  const mean = (of: (losses: Losses) => number) => all.reduce((sum, losses) => sum + of(losses), 0) / all.length;
  return {
    comprehensiveness: mean(({ comprehensiveness }) => comprehensiveness),
    sufficiency: mean(({ sufficiency }) => sufficiency),
  };
}
