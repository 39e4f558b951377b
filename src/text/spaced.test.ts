import { describe, expect, it } from 'vitest';
import { spacedSegmenter, segmentSpaced } from './spaced';

const cut = (text: string): string[] => segmentSpaced(text).map((word) => word.text);

describe('segmentSpaced', () => {
  it.each([
    ["I don't think it's o'clock.", ['I', "don't", 'think', "it's", "o'clock", '.']],
    ['She’s well-made; ’tis true', ['She’s', 'well-made', ';', '’tis', 'true']],
    ['He said ‘no’ twice', ['He', 'said', '‘', 'no', '’', 'twice']],
    ['3.5 of 1,000 at 50%, 8/10 for $20', ['3.5', 'of', '1,000', 'at', '50%', ',', '8/10', 'for', '$20']],
    ['a -5 and .5, 1,2,3 by 10:30.', ['a', '-5', 'and', '.5', ',', '1', ',', '2', ',', '3', 'by', '10:30', '.']],
    ['the 1980s 3rd A+ C++ (18+)', ['the', '1980s', '3rd', 'A+', 'C++', '(', '18+', ')']],
    ['nice :-) ;) :( <3 :D good:) ^_^ :))))', ['nice', ':-)', ';)', ':(', '<3', ':D', 'good', ':)', '^_^', ':))))']],
    ['Note: (see b) a:b 10:(3)', ['Note', ':', '(', 'see', 'b', ')', 'a', ':', 'b', '10', ':', '(', '3', ')']],
    ['ok 👍🏽👨‍👩‍👧‍👦🇩🇪🇫🇷1️⃣❤️🏴󠁧󠁢󠁥󠁮󠁧󠁿!', ['ok', '👍🏽', '👨‍👩‍👧‍👦', '🇩🇪', '🇫🇷', '1️⃣', '❤️', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '!']],
    ['(see https://a.example/b_(c)?d=1.)', ['(', 'see', 'https://a.example/b_(c)?d=1', '.', ')']],
    [
      'www.shop.example, shop.com/x and a.b@c.example!',
      ['www.shop.example', ',', 'shop.com/x', 'and', 'a.b@c.example', '!'],
    ],
    ['@sam_1 loves #GoodFood', ['@sam_1', 'loves', '#GoodFood']],
    ['Wow!!! Really?! Well...no -- yes***', ['Wow', '!!!', 'Really', '?!', 'Well', '...', 'no', '--', 'yes', '***']],
    ['one<br /><br>two <a href="x">three</a><!-- no -->', ['one', 'two', 'three']],
    ['_Heat_ by the_one @_ #_ @_a #_b ok', ['_', 'Heat', '_', 'by', 'the_one', '@', '_', '#', '_', '@_a', '#_b', 'ok']],
    ['I <grin> and 3 < 4', ['I', '<', 'grin', '>', 'and', '3', '<', '4']],
    [
      'salt &amp; pepper&nbsp;&quot;x&quot; don&#39;t AT&T &lt;3',
      ['salt', 'pepper', 'x', 'don&#39;t', 'AT&T', '&lt;3'],
    ],
    ['the U.S. f**k e.g. this.That', ['the', 'U.S.', 'f**k', 'e.g.', 'this', '.', 'That']],
    ['cafe\u0301 co\u00ADop\u200B naïve', ['cafe\u0301', 'co\u00ADop', 'naïve']],
    ['très bien, привет 안녕 ありがとう', ['très', 'bien', ',', 'привет', '안녕', 'ありがとう']],
    ['the word 很好 is Chinese', ['the', 'word', '很', '好', 'is', 'Chinese']],
    ['', []],
    [' \r\n\t\u200B\uFEFF', []],
    ['\uD83D a \uDE00', ['a']],
  ])('cuts %j', (text, words) => {
    expect(cut(text)).toEqual(words);
  });

  it('gives UTF-16 offsets into the original', () => {
    expect(segmentSpaced('😀 <br/>ok')).toEqual([
      { text: '😀', start: 0, end: 2 },
      { text: 'ok', start: 8, end: 10 },
    ]);
  });

  it('passes runs of Han characters to the given segmenter, and corrects the offsets', () => {
    const whole = spacedSegmenter((run) => [{ text: run, start: 0, end: run.length }]);
    expect(whole('so 很好!')).toEqual([
      { text: 'so', start: 0, end: 2 },
      { text: '很好', start: 3, end: 5 },
      { text: '!', start: 5, end: 6 },
    ]);
  });
});
