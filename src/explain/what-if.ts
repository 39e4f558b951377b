import { align } from '../text/align';
import type { WhatIf } from '../shared/studies';
import type { Explanation } from '../shared/explanation';
import { round } from '../shared/round';

/**
 * Puts an edited text's explanation beside the old one, word by word. Words are matched as they are written (longest
 * common subsequence), so an edited word is one that was removed and one that was added.
 */
export function compareTexts(before: Explanation, after: Explanation): WhatIf {
  const texts = ({ words }: Explanation) => words.map(({ text }) => text);
  const words = align(texts(before), texts(after)).map((pair) => {
    if (pair.before === undefined || pair.after === undefined) return pair;
    return { ...pair, difference: round(after.words[pair.after].score - before.words[pair.before].score) };
  });
  return { before, after, words };
}
