import { align } from './align';
import type { Word } from './word';

/**
 * The words that people changed to turn a text's label (Kaushik et al. 2020): those that its twin does not have in their
 * place, however they are capitalised.
 */
export function changedWords(words: readonly Word[], twin: readonly Word[]): boolean[] {
  const texts = (all: readonly Word[]) => all.map(({ text }) => text.toLowerCase());
  const changed = words.map(() => true);
  for (const { before, after } of align(texts(words), texts(twin))) {
    if (before !== undefined && after !== undefined) changed[before] = false;
  }
  return changed;
}
