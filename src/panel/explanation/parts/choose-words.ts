import type { ShownExplanation, ShownWord } from '../../wording/reading';
import { isNothing } from '../../wording/unit';
import { saysSomething } from '../../wording/says-something';

/** More words than this are shown on demand only. */
export const FEW_WORDS = 40;

/** The words that *Word by word* draws, in their order. */
export function chooseWords(
  reading: ShownExplanation,
  order: 'text' | 'sorted',
  showAll: boolean,
): readonly ShownWord[] {
  const counting = reading.ranked.filter((word) => counts(word, reading));
  const few = counting.length > 0 ? counting : reading.ranked;
  const chosen = showAll ? reading.ranked : few.slice(0, FEW_WORDS);
  if (order === 'text') return [...chosen].sort((a, b) => a.index - b.index);
  return chosen;
}

/** Not a sign, and not so little that its bars would be empty. */
function counts(word: ShownWord, { unit, evenShare = Infinity }: ShownExplanation): boolean {
  if (!saysSomething(word)) return false;
  return !isNothing(word, unit) || (word.attention ?? 0) >= evenShare / 2;
}
