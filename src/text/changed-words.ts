import { align } from './align';
import type { Word } from './word';

/**
 * The words that people changed to flip the label of a text (Kaushik et al. 2020): those that its counterfactual twin does
 * not have at the same place. Capitalisation does not count.
 */
export function changedWords(words: readonly Word[], twin: readonly Word[]): boolean[] {
  const texts = (all: readonly Word[]) => all.map(({ text }) => text.toLowerCase());
  const changed = words.map(() => true);
  for (const { before, after } of align(texts(words), texts(twin))) {
    if (before !== undefined && after !== undefined) changed[before] = false;
  }
  return changed;
}
