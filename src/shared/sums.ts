import type { Span } from './span';
import { sentences } from './sentences';
import type { Explanation } from './explanation';
import { round } from './round';

/** The summed scores of the words in a part of a text. */
export interface SpanScore extends Span {
  /** The sum of the words' scores, in the method's unit. */
  readonly score: number;
  /** The parts of the sum that support the target and oppose it; of a saliency all is in `for`. */
  readonly for: number;
  readonly against: number;
  /** Words of the explanation that stand in it: the first, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/**
 * Scores summed over parts of a text. A word belongs to the part in which it starts, so parts that cover the text without
 * overlap share out every score once. Of methods that are not additive the sum is a ranking, no difference of logits.
 */
export function sumsOver({ words }: Pick<Explanation, 'words'>, spans: readonly Span[]): SpanScore[] {
  return spans.map(({ start, end }) => {
    const starts = words.map((word) => word.start);
    const [from, to] = [start, end].map((edge) => {
      const found = starts.findIndex((at) => at >= edge);
      return found < 0 ? words.length : found;
    });
    const scores = words.slice(from, Math.max(from, to)).map(({ score }) => score);
    const sum = (part: readonly number[]): number => round(part.reduce((total, score) => total + score, 0));
    const [pro, contra] = [sum(scores.filter((score) => score > 0)), sum(scores.filter((score) => score < 0))];
    return { start, end, score: sum(scores), for: pro, against: contra, from, to: Math.max(from, to) };
  });
}

/** Scores summed over the sentences of the explained text, in order. */
export function sumsOverSentences(explanation: Pick<Explanation, 'words' | 'text'>): SpanScore[] {
  return sumsOver(explanation, sentences(explanation.text));
}
