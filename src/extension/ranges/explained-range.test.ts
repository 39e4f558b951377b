import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explanationOf } from '../../../test/doubles/explanations';
import type { ExplainedRange } from './current-explanation';
import { edited, explainedRange, withOtherLineEndings, wordAt, type Edit } from './explained-range';

const URI = { toString: () => 'file:///a.txt' } as ExplainedRange['uri'];

/** A range over `text` behind `before`, whose words are those between spaces. */
function rangeIn(before: string, text: string): ExplainedRange {
  return explainedRange(1, URI, before.length, explanationOf(text));
}

/** The words that still have a place, as they stand in the text. */
function seen(range: ExplainedRange, text: string): string[] {
  return range.words.map((word) => (word ? text.slice(word.start, word.end) : '–'));
}

function apply(text: string, edits: readonly Edit[]): string {
  const backwards = [...edits].sort((a, b) => b.rangeOffset - a.rangeOffset);
  return backwards.reduce(
    (now, { rangeOffset, rangeLength, text: inserted }) =>
      now.slice(0, rangeOffset) + inserted + now.slice(rangeOffset + rangeLength),
    text,
  );
}

function afterEdits(before: string, explained: string, after: string, ...edits: Edit[]): [ExplainedRange, string] {
  const text = apply(before + explained + after, edits);
  return [edited(rangeIn(before, explained), edits, text), text];
}

const insert = (rangeOffset: number, text: string): Edit => ({ rangeOffset, rangeLength: 0, text });
const remove = (rangeOffset: number, rangeLength: number): Edit => ({ rangeOffset, rangeLength, text: '' });

describe('an edit', () => {
  test('before the range moves it whole', () => {
    const [range, text] = afterEdits('one\n', 'so very good', '', insert(0, '---\n'));
    expect([range.start, range.stale]).toEqual([8, false]);
    expect(seen(range, text)).toEqual(['so', 'very', 'good']);
  });

  test('behind the range changes nothing, not even the object', () => {
    const range = rangeIn('', 'so very good');
    expect(edited(range, [insert(14, 'x')], 'so very good. x')).toBe(range);
  });

  test('inside a word takes that word alone', () => {
    const [range, text] = afterEdits('', 'so very good', '', insert(4, 'x'));
    expect(seen(range, text)).toEqual(['so', '–', 'good']);
    expect([range.start, range.end, range.stale]).toEqual([0, 13, true]);
  });

  test('that glues letters to a word takes it, a space does not', () => {
    expect(seen(...afterEdits('', 'so very good', '', insert(12, 'ness')))).toEqual(['so', 'very', '–']);
    expect(seen(...afterEdits('', 'so very good', '', insert(12, ' ness')))).toEqual(['so', 'very', 'good']);
    expect(seen(...afterEdits('', 'so very good', '', remove(2, 1)))).toEqual(['–', '–', 'good']);
  });

  test('beside a Chinese word leaves it: such words have no spaces between them', () => {
    const [range, text] = afterEdits('', '很 好', '', insert(1, '非'));
    expect(seen(range, text)).toEqual(['很', '好']);
  });

  test('at several places counts the offsets of the old text', () => {
    const [range, text] = afterEdits('ab ', 'so very good', ' cd', insert(0, 'xx'), remove(6, 5), insert(15, '!'));
    expect(text).toBe('xxab so good! cd');
    expect(seen(range, text)).toEqual(['so', '–', 'good']);
  });

  test('that replaces the whole range leaves it empty', () => {
    const [range] = afterEdits('ab ', 'so good', ' cd', { rangeOffset: 0, rangeLength: 13, text: 'new' });
    expect([range.start, range.end, range.stale]).toEqual([0, 0, true]);
    expect(range.words).toEqual([undefined, undefined]);
  });
});

test('undo brings back every word, whichever part was gone', () => {
  fc.assert(
    fc.property(fc.nat(20), fc.nat(20), fc.constantFrom('', 'x', ' y ', '好'), (from, length, inserted) => {
      const whole = 'ab\n\nso very good\n\ncd';
      const range = rangeIn('ab\n\n', 'so very good');
      const offset = Math.min(from, whole.length);
      const gone = whole.slice(offset, offset + length);
      const edit = { rangeOffset: offset, rangeLength: gone.length, text: inserted };
      const changed = edited(range, [edit], apply(whole, [edit]));
      const undo = { rangeOffset: offset, rangeLength: inserted.length, text: gone };
      expect(edited(changed, [undo], whole)).toEqual(range);
    }),
  );
});

test('whatever is edited, a word that has a place stands there, and inside the range', () => {
  const edit = fc.record({ at: fc.nat(60), length: fc.nat(8), text: fc.constantFrom('', 'a', ' ', '好', '\n', 'so ') });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
      let text = '前面 so very good and 很 好 indeed\nbehind it';
      let range = rangeIn('前面 ', 'so very good and 很 好 indeed');
      for (const { at, length, text: inserted } of edits) {
        const offset = Math.min(at, text.length);
        const one = { rangeOffset: offset, rangeLength: Math.min(length, text.length - offset), text: inserted };
        text = apply(text, [one]);
        range = edited(range, [one], text);
        range.words.forEach((word, index) => {
          if (!word) return;
          expect(text.slice(word.start, word.end)).toBe(range.explanation.words[index].text);
          expect(word.start >= range.start && word.end <= range.end).toBe(true);
        });
        expect(range.stale || text.slice(range.start, range.end) === range.explanation.text).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test('other line endings move what stands behind them', () => {
  const text = 'a\nb\nso good\nvery good';
  const range = rangeIn('a\nb\n', 'so good\nvery good');
  const longer = withOtherLineEndings(range, 1, text.replaceAll('\n', '\r\n'));
  expect(seen(longer, text.replaceAll('\n', '\r\n'))).toEqual(['so', 'good', 'very', 'good']);
  expect(withOtherLineEndings(longer, -1, text)).toEqual(range);
});

test('a cursor at a word’s end is on it, unless the next word begins there', () => {
  const range = explainedRange(1, URI, 0, explanationOf('很好', ['很', '好']));
  expect([0, 1, 2, 3].map((offset) => wordAt(range, offset))).toEqual([0, 1, 1, undefined]);
});
