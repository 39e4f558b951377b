import type { ValuedPhrase } from './join-phrases';
import { meanLikely, type PhraseBreaks } from './units';

/** How many phrases a text has: one for this many words, up to a limit. */
const WORDS_PER_PHRASE = 3;
const MOST_PHRASES = 4;
/** In longer texts only what clearly belongs together is joined. */
const SHORT = 32;
/** The weight of the difference between the likelihoods that people would underline two parts. */
const LIKELY = 1;
/** Parts whose joining costs less than this are joined even in a text of few parts. */
const CHEAP = 0.1;

/**
 * Joins neighbouring parts that a person would underline as one reason, into phrases worth as much as their parts together:
 * those between which grammar has no seam and which people would underline alike. Parts that speak in different directions
 * are never joined. The parts were valued one by one, so that words that matter little stay apart from those that matter.
 */
export function groupParts(seams: PhraseBreaks, parts: readonly ValuedPhrase[]): ValuedPhrase[] {
  const phrases = [...parts];
  const words = seams.mask.length;
  const few = words > SHORT ? Infinity : Math.max(2, Math.min(MOST_PHRASES, Math.ceil(words / WORDS_PER_PHRASE)));
  while (phrases.length > 1) {
    const costs = phrases.slice(1).map((right, at) => {
      const left = phrases[at];
      if (left.value * right.value < 0) return Infinity;
      const difference = Math.abs(meanLikely(seams, left) - meanLikely(seams, right));
      return seams.gaps[right.from - 1] + LIKELY * difference;
    });
    const cheapest = Math.min(...costs);
    if (cheapest === Infinity || (phrases.length <= few && cheapest >= CHEAP)) break;
    const at = costs.indexOf(cheapest);
    const [left, right] = [phrases[at], phrases[at + 1]];
    phrases.splice(at, 2, { from: left.from, to: right.to, value: left.value + right.value });
  }
  return phrases;
}
