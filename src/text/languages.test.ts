import { describe, expect, test } from 'vitest';
import { LANGUAGE_CODES, LANGUAGES } from '../shared/languages';
import { LANGUAGE_TEXTS } from './languages';
import { tokenOf } from './normalisation';

describe.each(LANGUAGE_CODES)('%s', (language) => {
  test('has stop words, in the form that a vocabulary has', () => {
    const words = [...LANGUAGE_TEXTS[language].stopWords];
    expect(words.length).toBeGreaterThan(100);
    for (const word of words) expect(tokenOf(word)).toBe(word);
  });

  test('names a dictionary where its segmenter needs one, and only there', () => {
    expect(LANGUAGES[language].dictionary !== undefined).toBe(LANGUAGE_TEXTS[language].loadSegmenter !== undefined);
  });
});

test('words that reverse or strengthen a sentiment are not stop words', () => {
  for (const word of ['not', 'no', 'never', "don't", 'very', 'too', 'but', 'only'])
    expect(LANGUAGE_TEXTS.en.stopWords.has(word)).toBe(false);
  for (const word of ['不', '没', '没有', '很', '太', '但是', '但', '最'])
    expect(LANGUAGE_TEXTS.zh.stopWords.has(word)).toBe(false);
});
