import { rankingOf } from '../../model/ranking';

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
    const values = Array.from(scores);
    const truth = Array.from(marks, (mark) => mark > 0);
    const marked = truth.filter(Boolean).length;
    if (marked === 0 || marked === truth.length) return [];
    const top = values.indexOf(Math.max(...values));
    const { averagePrecision } = rankingOf(values, truth);
    return [{ precision: averagePrecision, chance: marked / truth.length, top: Number(truth[top]) }];
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
