import { stretches } from '../scan';
import type { Segmenter, Word } from '../word';

const HAN_CHARACTER = /\p{Script=Han}\p{M}*/gu;

/** Without a dictionary each Han character is a word of its own. */
const byCharacter: Segmenter = (run) =>
  Array.from(run.matchAll(HAN_CHARACTER), ({ 0: text, index }) => ({ text, start: index, end: index + text.length }));

/**
 * A segmenter for English text: contractions, hyphenated words, numbers, emoticons, emoji, URLs, mentions and hashtags
 * whole; runs of the same punctuation one word; HTML tags and entities skipped. Other scripts keep their words.
 *
 * @param han cuts the runs of Han characters that stand in the text; left out, character by character.
 */
export function englishSegmenter(han: Segmenter = byCharacter): Segmenter {
  return (text) => {
    const words: Word[] = [];
    for (const { kind, start, end } of stretches(text)) {
      if (kind === 'space' || kind === 'markup') continue;
      const stretch = text.slice(start, end);
      if (kind !== 'han') words.push({ text: stretch, start, end });
      else for (const word of han(stretch)) words.push({ ...word, start: start + word.start, end: start + word.end });
    }
    return words;
  };
}

/** Cuts English text into words; needs nothing loaded. See {@link englishSegmenter}. */
export const segmentEnglish: Segmenter = englishSegmenter();
