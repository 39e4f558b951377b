import { stretches } from './scan';
import type { Segmenter, Word } from './word';

const HAN_CHARACTER = /\p{Script=Han}\p{M}*/gu;

/** Without a dictionary each Han character is a word of its own. */
const byCharacter: Segmenter = (run) =>
  Array.from(run.matchAll(HAN_CHARACTER), ({ 0: text, index }) => ({ text, start: index, end: index + text.length }));

/**
 * A segmenter for languages that put spaces between words. Contractions, hyphenated words, numbers, emoticons, emoji, URLs,
 * mentions and hashtags stay whole; a run of the same punctuation is one word; HTML tags and entities are skipped. Words of
 * other scripts are kept.
 *
 * @param han cuts runs of Han characters in the text; by default each character is a word
 */
export function spacedSegmenter(han: Segmenter = byCharacter): Segmenter {
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

/** The segmenter of languages without a dictionary. */
export const segmentSpaced: Segmenter = spacedSegmenter();
