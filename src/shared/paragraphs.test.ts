import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphAt, paragraphs } from './paragraphs';

const TEXT = '  One line\nand more. \n \t\nTwo\r\n\r\n　　三\r\n四\n\n';
const shown = (offset: number): string | undefined => {
  const range = paragraphAt(TEXT, offset);
  return range && TEXT.slice(range.start, range.end);
};

describe('paragraphAt', () => {
  it.each([
    [0, 'One line\nand more.'],
    [2, 'One line\nand more.'],
    [10, 'One line\nand more.'],
    [TEXT.indexOf('. ') + 2, 'One line\nand more.'],
    [TEXT.indexOf('\t'), undefined],
    [TEXT.indexOf('Two'), 'Two'],
    [TEXT.indexOf('Two') + 3, 'Two'],
    [TEXT.indexOf('Two') + 5, undefined],
    [TEXT.indexOf('　'), '三\r\n四'],
    [TEXT.indexOf('四') + 1, '三\r\n四'],
    [TEXT.length, undefined],
  ])('at %i is %j', (offset, paragraph) => {
    expect(shown(offset)).toBe(paragraph);
  });

  it('finds nothing in an empty text', () => {
    expect(paragraphAt('', 0)).toBeUndefined();
    expect(paragraphAt(' \n ', 1)).toBeUndefined();
  });
});

describe('paragraphs', () => {
  const line = fc.constantFrom('', ' ', '\t', 'a', ' b ', '好。', '\u3000');
  const text = fc
    .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r')))
    .map((lines) => lines.map((parts) => parts.join('')).join(''));

  it('are the runs of lines that are not blank, as splitting by lines finds them', () => {
    fc.assert(
      fc.property(text, (any) => {
        const expected: string[][] = [[]];
        for (const content of any.split(/\r\n|\r|\n/)) {
          if (content.trim() === '') expected.push([]);
          else expected.at(-1)?.push(content);
        }
        const found = paragraphs(any).map(({ start, end }) => any.slice(start, end).replace(/\r\n?/g, '\n'));
        expect(found).toEqual(expected.filter((lines) => lines.length > 0).map((lines) => lines.join('\n').trim()));
      }),
      { numRuns: 1000 },
    );
  });

  it('are found again from each offset inside them', () => {
    fc.assert(
      fc.property(text, (any) => {
        for (const range of paragraphs(any)) {
          for (let offset = range.start; offset <= range.end; offset++) expect(paragraphAt(any, offset)).toEqual(range);
        }
      }),
    );
  });
});
