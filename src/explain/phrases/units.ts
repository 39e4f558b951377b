import { NO_GAP, type Gap } from './gap';

/** Neighbouring words of a text: from the first to the one after the last. */
export interface WordSpan {
  readonly from: number;
  readonly to: number;
}

/** The grammar and the likelihoods that decide where a text is cut into phrases. */
export interface PhraseBreaks {
  /** `[words − 1]`: how strongly a phrase ends after each word but the last. */
  readonly gaps: readonly Gap[];
  /** `[words]`: how likely people would underline the word, where the model learnt that; 0 where it skips the word. */
  readonly likely?: Float64Array;
  /** `[words]`: 1 = read, 0 = skipped. */
  readonly mask: Float32Array;
}

/** The cost of joining two neighbours of which people would underline only one: as high as that of a sentence's end. */
const LIKELY = 1;
/** The cost of joining two units into one of mean length; if nothing else decides, it makes units equally long. */
const LENGTH = 0.05;
/**
 * Beyond this many pieces, those with the weakest gaps are joined first, all at once, because joining one by one is
 * slow.
 */
const MOST_PIECES = 256;

/**
 * Cuts a stretch into at most `most` units: the cheapest neighbours are joined, one pair after the other. Joining costs by
 * the grammar between two units, by how differently likely people would underline them, and by the length that comes out.
 */
export function phraseUnits(seams: PhraseBreaks, { from, to }: WordSpan, most: number): WordSpan[] {
  const units = piecesOf(seams.gaps, from, to, Math.max(most, MOST_PIECES));
  const means = units.map((unit) => meanLikely(seams, unit));
  const usual = (to - from) / most;
  const costOf = (at: number): number =>
    seams.gaps[units[at].from - 1] +
    LIKELY * Math.abs(means[at - 1] - means[at]) +
    (LENGTH * (units[at].to - units[at - 1].from)) / usual;
  // By unit: the cost of joining it with the one before.
  const costs = units.map((_, at) => (at === 0 ? Infinity : costOf(at)));
  while (units.length > most) {
    const at = costs.indexOf(Math.min(...costs));
    units.splice(at - 1, 2, { from: units[at - 1].from, to: units[at].to });
    means.splice(at - 1, 2, meanLikely(seams, units[at - 1]));
    costs.splice(at, 1);
    for (const near of [at - 1, at]) if (near > 0 && near < units.length) costs[near] = costOf(near);
  }
  return units;
}

/** The pieces that are never cut, at most `most` of them. */
function piecesOf(gaps: readonly Gap[], from: number, to: number, most: number): WordSpan[] {
  const inside = gaps.slice(from, to - 1);
  const open = inside.filter((gap) => gap > NO_GAP).sort((a, b) => b - a);
  const weakest = open.length < most ? NO_GAP : open[most - 1];
  const pieces: { from: number; to: number }[] = [{ from, to: from + 1 }];
  inside.forEach((gap, at) => {
    if (gap > weakest) pieces.push({ from: from + at + 1, to: from + at + 2 });
    else pieces[pieces.length - 1].to++;
  });
  return pieces;
}

/** The mean over the words that the model reads. */
export function meanLikely({ likely, mask }: PhraseBreaks, { from, to }: WordSpan): number {
  if (!likely) return 0;
  let [sum, count] = [0, 0];
  for (let word = from; word < to; word++) {
    if (!mask[word]) continue;
    sum += likely[word];
    count++;
  }
  return count === 0 ? 0 : sum / count;
}
