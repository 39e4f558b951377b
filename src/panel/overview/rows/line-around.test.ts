import { describe, expect, test } from 'vitest';
import { lineAround } from './line-around';

const mark = (start: number, end: number, step = 4) =>
  ({ start, end, step, against: false, tone: 'negative' }) as const;

describe('a text in a cell', () => {
  test('stays whole where it fits, on one line', () => {
    expect(lineAround({ text: 'It broke.\nBadly.', marks: [mark(3, 8)] }, 100)).toEqual({
      text: 'It broke. Badly.',
      marks: [mark(3, 8)],
    });
  });

  test('shows the part around its strongest phrase', () => {
    const text = `${'and then we went on '.repeat(50)}stopped working${' as one does'.repeat(50)}`;
    const at = text.indexOf('stopped');
    const cut = lineAround({ text, marks: [mark(0, 3, 1), mark(at, at + 15)] }, 120);
    expect(cut.text.length).toBeLessThanOrEqual(124);
    expect(cut.text).toMatch(/^… \w.* …$/);
    expect(cut.marks.map(({ start, end }) => cut.text.slice(start, end))).toEqual(['stopped working']);
  });

  test('where there is little room, the phrase is among what is in sight', () => {
    const text = 'Support answered the same day, very helpful. Easy to clean after every breakfast.';
    const cut = lineAround({ text, marks: [mark(31, 43)] }, 160, 34);
    expect(cut.text.slice(0, 34)).toContain('very helpful');
    expect(cut.marks.map(({ start, end }) => cut.text.slice(start, end))).toEqual(['very helpful']);
  });

  test('never cuts a character in two', () => {
    const text = '🙂'.repeat(300);
    const cut = lineAround({ text, marks: [mark(401, 403)] }, 101);
    expect([...cut.text].every((each) => each === '🙂' || each === '…' || each === ' ')).toBe(true);
  });
});
