import { expect, test } from 'vitest';
import { tokenOf } from './normalisation';
import { stopWords } from './stop-words';

test.each(['en', 'zh'] as const)('the stop words of %s are tokens, in the form that a vocabulary has', (language) => {
  const words = [...stopWords(language)];
  expect(words.length).toBeGreaterThan(100);
  for (const word of words) expect(tokenOf(word)).toBe(word);
});

test('words that reverse or strengthen a sentiment are not stop words', () => {
  for (const word of ['not', 'no', 'never', "don't", 'very', 'too', 'but', 'only'])
    expect(stopWords('en').has(word)).toBe(false);
  for (const word of ['不', '没', '没有', '很', '太', '但是', '但', '最'])
    expect(stopWords('zh').has(word)).toBe(false);
});
