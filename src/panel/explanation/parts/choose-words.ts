import type { PanelModel, ReadWord } from '../../wording/reading';

/** More words than this are shown on demand only. */
export const FEW = 40;

/** The words that *Word by word* draws, in their order. */
export function chooseWords(reading: PanelModel, order: 'text' | 'sorted', showAll: boolean): readonly ReadWord[] {
  const chosen = showAll ? reading.ranked : reading.ranked.slice(0, FEW);
  if (order === 'text') return [...chosen].sort((a, b) => a.index - b.index);
  return chosen;
}
