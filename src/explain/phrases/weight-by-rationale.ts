/** The smallest factor of a word, so that no score loses its sign. */
const LEAST = 1e-3;

/**
 * Scores of words times how likely people would underline each, with the same sum and the same signs: what contradicts
 * the sum counts so much less, and what supports it is scaled to make up for that.
 * @param likely `[words]`, 0–1
 */
export function weightByRationale(scores: Float64Array, likely: Float64Array): Float64Array {
  const sum = total(scores);
  const sign = sum < 0 ? -1 : 1;
  const weighed = scores.map((score, word) => score * Math.max(LEAST, likely[word]));
  const supports = (_: number, word: number): boolean => sign * scores[word] > 0;
  const [supporting, contradicting] = [weighed.filter(supports), weighed.filter((score) => sign * score < 0)].map(
    total,
  );
  if (supporting === 0) return scores;
  const scale = (sum - contradicting) / supporting;
  return weighed.map((score, word) => (supports(score, word) ? score * scale : score));
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
