import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentSpaced } from './spaced';
import { tokenOf } from './normalisation';
import { STANDARDISATIONS } from '../shared/text-options';

describe('tokenOf', () => {
  it.each([
    ['Good', 'good'],
    ['Don’t', "don't"],
    ['don&#39;t', "don't"],
    ['&lt;3', '<3'],
    ['AT&amp;T', 'at&t'],
    ['ＡＢＣ１２３', 'abc123'],
    ['，', ','],
    ['。', '。'],
    ['好吃', '好吃'],
    ['哈哈哈哈哈', '哈哈哈'],
    ['soooooo', 'sooo'],
    ['Soo', 'soo'],
    ['AaAaA', 'aaa'],
    ['!!!!!!', '!!!'],
    ['……', '......'.slice(0, 3)],
    ['1000000', '1000000'],
    ['❤️', '❤'],
    ['co\u00ADop', 'coop'],
    ['cafe\u0301', 'café'],
    ['İ', 'i̇'],
    ['´', '\u0301'],
    ['\u200B', '\u200B'],
    ['https://a.example/b', '<url>'],
    ['Shop.com', '<url>'],
    ['a.b@c.example', '<email>'],
    ['@Sam_1', '<user>'],
    ['@小明', '<user>'],
    ['#Love', '#love'],
  ])('%s → %s', (word, token) => {
    expect(tokenOf(word)).toBe(token);
  });

  it('leaves a word as it is when the model asks for nothing', () => {
    expect(tokenOf('ＯＫ Don’t', 'none')).toBe('ＯＫ Don’t');
  });

  it.each([
    ['Don’t', 'bare', 'dont'],
    ['!!!', 'bare', ''],
    ['，', 'bare', ''],
    ['👍', 'bare', '👍'],
    ['https://example.org/a-b', 'bare', '<url>'],
    ['the', 'bare', 'the'],
    ['The', 'no-stop-words', ''],
    ["It's", 'bare-no-stop-words', ''],
    ['的', 'no-stop-words', ''],
    [',', 'no-stop-words', ','],
    ['not', 'bare-no-stop-words', 'not'],
    ['不', 'bare-no-stop-words', '不'],
  ] as const)('%s under %s → “%s”', (word, standardisation, token) => {
    expect(tokenOf(word, standardisation)).toBe(token);
  });

  it('is settled after one application, empty only where words are left out, and never with white space, for the words of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...STANDARDISATIONS), (text, standardisation) => {
        for (const word of segmentSpaced(text)) {
          const token = tokenOf(word.text, standardisation);
          if (['word', 'none'].includes(standardisation)) expect(token).not.toBe('');
          if (token === '') continue;
          expect(token).not.toMatch(/\s/u);
          expect(tokenOf(token, standardisation)).toBe(token);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
