/** A vocabulary as the search for known forms sees it: how common a token is; 0 is the commonest, undefined an unknown one. */
export interface Ranks {
  readonly count: number;
  rankOf(token: string): number | undefined;
}

/** The commonest known one; undefined where none is known. */
export function commonest(forms: Iterable<string>, ranks: Ranks): string | undefined {
  let best: string | undefined;
  let lowest = Infinity;
  for (const form of forms) {
    const rank = ranks.rankOf(form);
    if (rank === undefined || rank >= lowest) continue;
    best = form;
    lowest = rank;
  }
  return best;
}

/** The first known one, or undefined. */
export function firstKnown(forms: Iterable<string>, ranks: Ranks): string | undefined {
  for (const form of forms) if (ranks.rankOf(form) !== undefined) return form;
  return undefined;
}
