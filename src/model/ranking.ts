/** How well scores put the words of a rationale before the others; both for one text. */
export interface Ranking {
  /** Area under the precision-recall curve, by trapezoids from (0, 1) on, as ERASER reckons it. */
  readonly auprc: number;
  /** Average precision: precision at each new recall, weighed by the recall gained. */
  readonly averagePrecision: number;
}

/**
 * Words of equal score come at once. At least one word must be in the rationale.
 *
 * @param truth whether each word is in the rationale
 */
export function rankingOf(scores: readonly number[], truth: readonly boolean[]): Ranking {
  const order = scores.map((_, word) => word).sort((a, b) => scores[b] - scores[a]);
  const all = truth.filter(Boolean).length;
  let [hits, recall, precision, auprc, averagePrecision] = [0, 0, 1, 0, 0];
  for (let i = 0; i < order.length; i++) {
    if (truth[order[i]]) hits++;
    if (i + 1 < order.length && scores[order[i + 1]] === scores[order[i]]) continue;
    const [nextRecall, nextPrecision] = [hits / all, hits / (i + 1)];
    auprc += ((nextRecall - recall) * (precision + nextPrecision)) / 2;
    averagePrecision += (nextRecall - recall) * nextPrecision;
    [recall, precision] = [nextRecall, nextPrecision];
  }
  return { auprc, averagePrecision };
}
