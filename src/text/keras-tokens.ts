import { KERAS_STANDARDISATIONS, type Standardisation } from '../shared/text-options';
import type { Word } from './word';

export type KerasStandardisation = (typeof KERAS_STANDARDISATIONS)[number];

export const isKerasStandardisation = (standardisation: Standardisation): standardisation is KerasStandardisation =>
  KERAS_STANDARDISATIONS.some((one) => one === standardisation);

/** What Keras's Tokenizer makes a space of: the signs of ASCII without the apostrophe. */
const FILTERED = /[!"#$%&()*+,\-./:;<=>?@[\\\]^_`{|}~\t\n]+/gu;
/** What TextVectorization leaves out: all signs of ASCII. */
const STRIPPED = /[!"#$%&()*+,\-./:;<=>?@[\\\]^_`{|}~']+/gu;

/**
 * The key of a word as Keras makes it. `tokenizer`: lower case without the signs that its Tokenizer filters, of which
 * `tokenizer-cased` keeps the case; `text-vectorization`: lower case without any sign of ASCII, of which
 * `text-vectorization-cased` keeps the case; `lower`: lower case alone.
 */
export function kerasToken(word: string, standardisation: KerasStandardisation): string {
  switch (standardisation) {
    case 'tokenizer':
      return word.toLowerCase().replace(FILTERED, '');
    case 'tokenizer-cased':
      return word.replace(FILTERED, '');
    case 'text-vectorization':
      return word.toLowerCase().replace(STRIPPED, '');
    case 'text-vectorization-cased':
      return word.replace(STRIPPED, '');
    case 'lower':
      return word.toLowerCase();
  }
}

/** The words that Keras's Tokenizer cuts where we do not: `well-known` is two of its tokens. */
export function kerasWords(words: readonly Word[], standardisation: Standardisation): readonly Word[] {
  if (standardisation !== 'tokenizer' && standardisation !== 'tokenizer-cased') return words;
  return words.flatMap((word) => {
    const parts = Array.from(word.text.matchAll(PARTS), ({ 0: text, index }): Word => {
      const start = word.start + index;
      return { ...word, text, start, end: start + text.length };
    });
    return parts.length > 1 ? parts : [word];
  });
}

const PARTS = new RegExp(`${FILTERED.source}|(?:(?!${FILTERED.source}).)+`, 'gsu');
