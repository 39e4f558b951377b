/** Of a word that people would hardly underline something stays, so that no score loses its sign. */
const LEAST = 1e-3;

/**
 * Scores of words times how likely people would underline each, with the same sum and the same signs: what speaks against
 * the sum counts so much less, and what speaks for it is scaled to make up for that.
 * @param likely `[words]`, 0–1
 */
export function weighReasons(scores: Float64Array, likely: Float64Array): Float64Array {
  const sum = total(scores);
  const sign = sum < 0 ? -1 : 1;
  const weighed = scores.map((score, word) => score * Math.max(LEAST, likely[word]));
  const speaksFor = (_: number, word: number): boolean => sign * scores[word] > 0;
  const [before, against] = [weighed.filter(speaksFor), weighed.filter((score) => sign * score < 0)].map(total);
  if (before === 0) return scores;
  const scale = (sum - against) / before;
  return weighed.map((score, word) => (speaksFor(score, word) ? score * scale : score));
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
