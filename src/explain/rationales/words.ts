import type { Word } from '../../text/word';
import { align } from '../../text/align';
import type { TextRange } from './ranges';

/** Which words belong to a rationale: those of which at least half lies in it. The ranges do not overlap. */
export function wordsIn(words: readonly Word[], ranges: readonly TextRange[]): boolean[] {
  return words.map(({ start, end }) => {
    const inside = ranges.reduce((sum, range) => {
      return sum + Math.max(0, Math.min(end, range.end) - Math.max(start, range.start));
    }, 0);
    return 2 * inside >= end - start;
  });
}

/**
 * The words that people changed to turn a text's label (Kaushik et al. 2020): those that its twin does not have in their
 * place, however they are capitalised.
 */
export function wordsChanged(words: readonly Word[], twin: readonly Word[]): boolean[] {
  const texts = (all: readonly Word[]) => all.map(({ text }) => text.toLowerCase());
  const changed = words.map(() => true);
  for (const { before, after } of align(texts(words), texts(twin))) {
    if (before !== undefined && after !== undefined) changed[before] = false;
  }
  return changed;
}
