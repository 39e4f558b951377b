import { rankingOf } from '../../model/ranking';

/** The scores of one text, and what people underlined, word by word. */
export interface ScoredWords {
  readonly scores: ArrayLike<number>;
  readonly marks: ArrayLike<number>;
}

/** How well scores find the underlined words. */
export interface MarkFigures {
  /** The number of texts with at least one underlined and one other word; only these can be measured. */
  readonly n: number;
  /** Mean over the texts of the area under the precision-recall curve (average precision). */
  readonly auprc: number;
  /** The same for random scores: the share of the words that are underlined. */
  readonly chance: number;
  /** Share of the texts whose highest score is on an underlined word. */
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
