import { mixSeed, seededRandom } from '../../shared/random';
import { rankingOf } from '../../model/ranking';
import { mean } from '../../shared/mean';
import { topWords, selectionOf } from './selection';

/** How well explanations agree with what people marked, over texts. */
export interface Plausibility {
  /** Texts with a rationale. */
  readonly n: number;
  /** Means over the texts. */
  readonly auprc: number;
  readonly averagePrecision: number;
  readonly tokenF1: number;
  /** F1 of the mean precision and recall of runs of words that match at an intersection over union of one half. */
  readonly iouF1: number;
  /** Share of the texts whose most important word is in the rationale. */
  readonly topWord: number;
  /** The same means for scores drawn at random. */
  readonly random: { readonly auprc: number; readonly averagePrecision: number; readonly topWord: number };
}

/** Scores of one text, and which of its words people marked. */
export interface MarkedScores {
  readonly scores: readonly number[];
  /** At least one word is marked. */
  readonly truth: readonly boolean[];
}

/** How many times random scores are drawn for each text. */
const DRAWS = 10;

/**
 * Source: DeYoung et al. 2020 (ERASER): AUPRC and average precision of the scores; token F1 and IOU-F1 of the first
 * words, as many as people mark on average.
 *
 * @param share of a text's words that are in its rationale, on average over the texts
 */
export function plausibilityOf(texts: readonly MarkedScores[], share: number): Plausibility | undefined {
  if (texts.length === 0) return undefined;
  const random = seededRandom(mixSeed('random scores'));
  const rankings = texts.map(({ scores, truth }) => rankingOf(scores, truth));
  const selections = texts.map(({ scores, truth }) =>
    selectionOf(topWords(scores, Math.max(1, Math.round(share * scores.length))), truth),
  );
  const drawn = texts.flatMap(({ truth }) =>
    Array.from({ length: DRAWS }, () =>
      rankingOf(
        truth.map(() => random()),
        truth,
      ),
    ),
  );
  const precision = mean(selections.map(({ runPrecision }) => runPrecision));
  const recall = mean(selections.map(({ runRecall }) => runRecall));
  return {
    n: texts.length,
    auprc: mean(rankings.map(({ auprc }) => auprc)),
    averagePrecision: mean(rankings.map(({ averagePrecision }) => averagePrecision)),
    tokenF1: mean(selections.map(({ tokenF1 }) => tokenF1)),
    iouF1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    topWord: mean(texts.map(({ scores, truth }) => Number(truth[topWords(scores, 1).indexOf(true)]))),
    random: {
      auprc: mean(drawn.map(({ auprc }) => auprc)),
      averagePrecision: mean(drawn.map(({ averagePrecision }) => averagePrecision)),
      topWord: mean(texts.map(({ truth }) => mean(truth.map(Number)))),
    },
  };
}

/** The share of a text's words that are in its rationale, on average over the texts. */
export function rationaleShare(truths: readonly (readonly boolean[])[]): number {
  return truths.length === 0 ? 0 : mean(truths.map((truth) => mean(truth.map(Number))));
}
