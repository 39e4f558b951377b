import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadChineseSegmenter } from './zh/segmenter';
import { spacedSegmenter, segmentSpaced } from './spaced';
import { jiebaTable } from './testing';
import type { Segmenter } from './word';

let segmentChinese: Segmenter;
beforeAll(async () => {
  segmentChinese = loadChineseSegmenter(await jiebaTable());
});

const SEGMENTERS: readonly (readonly [string, Segmenter])[] = [
  ['English', segmentSpaced],
  ['Chinese', (text) => segmentChinese(text)],
  ['English with jieba', spacedSegmenter((text) => segmentChinese(text))],
];

/** What may lie between two words: nothing that a person reads. Written independently of the patterns under test. */
function leftovers(text: string, segment: Segmenter): string {
  let rest = '';
  let end = 0;
  for (const word of segment(text)) {
    rest += ` ${text.slice(end, word.start)}`;
    end = word.end;
  }
  return (
    `${rest} ${text.slice(end)}`
      // A space in its place: halves of a surrogate pair at both sides must not become a whole one.
      .replace(/<\/?[a-z][a-z0-9]*(\s[^<>]*)?\/?>|<!--.*?-->|&#?[a-z0-9]+;/gisu, ' ')
      .replace(/[\s\p{C}\p{Default_Ignorable_Code_Point}]/gu, '')
  );
}

const codeUnit = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 1, arbitrary: codeUnit },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...[
        '很好',
        '不错的',
        '。',
        '，',
        '……',
        '——',
        '二〇〇八年',
        '𠮷野家',
        'T恤',
        'AA制',
        '卡拉OK',
        'ＡＢＣ',
        '１２３',
      ],
      ...['don', "'", '’', 't', '-', 'well', '3', '.', ',', ':', '/', '%', '$', '+', '_', '*', '&', 'U.S.', '\\', '^'],
      ...[
        '&amp;',
        '&#39;',
        '&',
        ';',
        '<',
        '>',
        '<br />',
        '<!--',
        '-->',
        '</p>',
        '<a href=',
        '#',
        '@',
        'https://',
        'www.',
      ],
      ...[
        'a.example',
        '.com',
        '(',
        ')',
        ':)',
        '<3',
        'D',
        '=',
        '!',
        '?',
        '😀',
        '🏽',
        '\u200D',
        '👩',
        '🇩',
        '🇪',
        '\uFE0F',
        '\u20E3',
      ],
      ...[
        ' ',
        '\r\n',
        '\n',
        '\t',
        '\u3000',
        '\u00A0',
        '\u200B',
        '\uFEFF',
        '\u00AD',
        '\u0301',
        '\u202E',
        'שלום',
        '\u0000',
      ],
      ...['\uD83D', '\uDE00', 'ありがとう', '안녕', 'ไทย', '\u{E0067}', '\u{E007F}', '\uE000', '\uFFFD', '\u{1F3F4}'],
    ),
  },
);
const arbitraryText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

describe.each(SEGMENTERS)('any text, %s', (_, segment) => {
  it('gives words in order, none empty or overlapping, each a slice of the text, and skips only what nobody reads', () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        let end = 0;
        for (const word of segment(text)) {
          expect(word.start).toBeGreaterThanOrEqual(end);
          expect(word.end).toBeGreaterThan(word.start);
          expect(word.text).toBe(text.slice(word.start, word.end));
          expect(word.text).not.toMatch(/^\s|\s$|[\r\n]/u);
          end = word.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
        expect(leftovers(text, segment)).toBe('');
      }),
      { numRuns: 1000 },
    );
  });

  it('never cuts through a surrogate pair', () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        const inside = (at: number): boolean =>
          at > 0 && /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1));
        expect(segment(text).filter((word) => inside(word.start) || inside(word.end))).toEqual([]);
      }),
    );
  });

  const adversaries = [
    ...[
      '<',
      '>',
      '&',
      "'",
      '’',
      '-',
      ':',
      ';',
      '.',
      ',',
      '/',
      '\\',
      '#',
      '@',
      '*',
      '(',
      ')',
      '_',
      '+',
      '$',
      '%',
      '1',
      'a',
      '好',
    ],
    ...[
      '<a ',
      '<!--',
      '<!-- -',
      '&#',
      '&amp',
      "a'",
      'a-',
      'a.',
      '1,',
      '1.',
      'a*',
      ':-',
      '#好',
      '@好',
      'a@',
      'a@a.',
      'www.',
      '.com',
    ],
    ...[
      'http://',
      'http://(',
      '👩\u200D',
      '\u200D',
      '🏴\u{E0067}',
      '\u0301',
      'a\u00AD',
      '\uD83D',
      'a\u0301',
      ' ',
      '\r\n',
      'あ',
      'ไ',
    ],
    ...[
      'A&',
      '用过了才来评价',
      '用过了，',
      '好a',
      'T恤',
      '¯\\_(',
      '[:',
      '^_',
      '-_',
      '１',
      'Ａ',
      'ABCdef',
      '哈',
      '一',
      '的',
    ],
  ];
  it.each(adversaries)('reads 100,000 characters of %j in less than a second', (unit) => {
    const text = unit.repeat(Math.ceil(100_000 / unit.length));
    // Processor time instead of wall-clock time, so that other work on the machine does not count.
    const before = process.cpuUsage();
    segment(text);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(1);
  });
});

it.each(['\u0301', 'a', 'a-', '好\u0301\u0301', 'あ', '👩\u200D'])(
  'reads millions of characters of %j without overflowing the stack',
  (unit) => {
    const text = unit.repeat(3_000_000 / unit.length);
    let read = 0;
    for (const word of segmentSpaced(text)) read += word.text.length;
    expect(read).toBeGreaterThan(0.9 * text.length);
  },
);
