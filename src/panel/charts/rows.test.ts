import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimatedWidth } from './measure';
import { columnWidth, layRows, rowsHeight, wrap } from './rows';

describe('wrap', () => {
  it('never loses a character, never cuts one in two, and keeps to the width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.integer({ min: 24, max: 200 }), (text, width) => {
        const lines = wrap(text, width, estimatedWidth);
        expect(lines.join('')).toBe(text);
        for (const line of lines) {
          const clusters = [...new Intl.Segmenter().segment(line)].length;
          expect(estimatedWidth(line.trimEnd()) <= width || clusters === 1).toBe(true);
        }
      }),
    );
  });

  it('cuts a phrase between its words', () => {
    expect(wrap('the best scrambled eggs', 84, estimatedWidth)).toEqual(['the best ', 'scrambled ', 'eggs']);
  });
});

it('layRows gives long words the lines they need, and no row overlaps the next', () => {
  const items = ['short', 'a-very-long-word-that-must-wrap', '好'].map((text) => ({ text }));
  const rows = layRows(items, { top: 20, width: 70, measure: estimatedWidth });
  expect(rows.map(({ y, height }) => [y, height])).toEqual([
    [20, 20],
    [40, 20 + 16 * 3],
    [108, 20],
  ]);
  expect(rowsHeight(rows)).toBe(108);
});

it('columnWidth is the widest word, up to the most', () => {
  expect(columnWidth([{ text: '满意' }, { text: 'ab' }], 100, estimatedWidth)).toBe(24);
  expect(columnWidth([{ text: 'x'.repeat(50) }], 100, estimatedWidth)).toBe(100);
});
