/** One text's scores and what people marked, word by word. */
export interface ScoredWords {
  readonly scores: ArrayLike<number>;
  readonly marks: ArrayLike<number>;
}

/** How well scores find marked words. */
export interface MarkFigures {
  /** Texts with at least one marked and one unmarked word; the others say nothing. */
  readonly n: number;
  /** Mean over the texts of the area under the precision-recall curve (average precision). */
  readonly auprc: number;
  /** The same of scores in random order: the share of the words that are marked. */
  readonly chance: number;
  /** Share of the texts whose highest score is on a marked word. */
  readonly topWord: number;
}

export function markFigures(texts: readonly ScoredWords[]): MarkFigures {
  const all = texts.flatMap(({ scores, marks }) => {
    const words = Array.from(scores, (score, i) => ({ score, marked: marks[i] > 0 }));
    const marked = words.filter((word) => word.marked).length;
    if (marked === 0 || marked === words.length) return [];
    const ranked = words.sort((a, b) => b.score - a.score);
    return [
      { precision: averagePrecision(ranked, marked), chance: marked / words.length, top: Number(ranked[0].marked) },
    ];
  });
  const mean = (of: (one: (typeof all)[number]) => number): number =>
    all.length === 0 ? 0 : all.reduce((sum, one) => sum + of(one), 0) / all.length;
  return {
    n: all.length,
    auprc: mean(({ precision }) => precision),
    chance: mean(({ chance }) => chance),
    topWord: mean(({ top }) => top),
  };
}

/** Mean precision at each marked word; words of one score share the precision at the last of them. */
function averagePrecision(
  ranked: readonly { readonly score: number; readonly marked: boolean }[],
  marked: number,
): number {
  let [sum, found, at] = [0, 0, 0];
  while (at < ranked.length) {
    let [end, here] = [at, 0];
    while (end < ranked.length && ranked[end].score === ranked[at].score) here += Number(ranked[end++].marked);
    found += here;
    sum += (here * found) / end;
    at = end;
  }
  return sum / marked;
}
