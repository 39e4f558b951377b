import type { Word } from './word';
import type { MarkedSpan } from './marked-spans';

/**
 * How strongly people underlined each word, 0 to 1. A word belongs to a rationale if at least half of it is underlined;
 * its weight is then the largest weight of the spans that touch it.
 */
export function markedWords(words: readonly Pick<Word, 'start' | 'end'>[], spans: readonly MarkedSpan[]): Float64Array {
  return Float64Array.from(words, ({ start, end }) => {
    const touching = spans.filter((span) => span.start < end && span.end > start);
    if (2 * coverage(touching, start, end) < end - start) return 0;
    return touching.reduce((most, { weight }) => Math.max(most, weight), 0);
  });
}

/** Units between `start` and `end` that lie in at least one of the spans. */
function coverage(spans: readonly MarkedSpan[], start: number, end: number): number {
  let covered = 0;
  let reached = start;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const from = Math.max(reached, span.start);
    const to = Math.min(end, span.end);
    if (to > from) covered += to - from;
    reached = Math.max(reached, to);
  }
  return covered;
}
