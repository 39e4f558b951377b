/** The part of a vocabulary that the search for known forms needs: the rank of a token (0: the most common); undefined: out of vocabulary. */
export interface Ranks {
  readonly count: number;
  rankOf(token: string): number | undefined;
}

/** The most common of the tokens in the vocabulary; undefined if none is in it. */
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

/** The first of the tokens that is in the vocabulary; undefined if none is. */
export function firstKnown(forms: Iterable<string>, ranks: Ranks): string | undefined {
  for (const form of forms) if (ranks.rankOf(form) !== undefined) return form;
  return undefined;
}
