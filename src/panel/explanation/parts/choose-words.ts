import type { ShownExplanation, ShownWord } from '../../wording/reading';
import { isNothing } from '../../wording/unit';
import { isNameable } from '../../wording/nameable-words';

/** More words than this are shown on demand only. */
export const FEW_WORDS = 40;

/** The words that *Word by word* draws, in their order. */
export function chooseWords(shown: ShownExplanation, order: 'text' | 'sorted', showAll: boolean): readonly ShownWord[] {
  const counting = shown.ranked.filter((word) => counts(word, shown));
  const few = counting.length > 0 ? counting : shown.ranked;
  const chosen = showAll ? shown.ranked : few.slice(0, FEW_WORDS);
  if (order === 'text') return [...chosen].sort((a, b) => a.index - b.index);
  return chosen;
}

/** Not a sign, and not so little that its bars would be empty. */
function counts(word: ShownWord, { unit, evenShare = Infinity }: ShownExplanation): boolean {
  if (!isNameable(word)) return false;
  return !isNothing(word, unit) || (word.attention ?? 0) >= evenShare / 2;
}
