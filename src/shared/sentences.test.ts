import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentences } from './sentences';

const shown = (text: string): string[] => sentences(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it.each([
    ['I liked it. You did not! Why?', ['I liked it.', 'You did not!', 'Why?']],
    ['很好。不错！真的？是的；好……完了', ['很好。', '不错！', '真的？', '是的；', '好……', '完了']],
    ['他说：“好。”她走了。', ['他说：“好。”', '她走了。']],
    ['很好.下次再来!一定 Yes. 好', ['很好.', '下次再来!', '一定 Yes.', '好']],
    ['“Why?” he asked. She left.', ['“Why?” he asked.', 'She left.']],
    [
      'Dr. Who met J. K. Rowling at 3.5 p.m. on a train, e.g. the last. So did I. Then',
      ['Dr. Who met J. K. Rowling at 3.5 p.m. on a train, e.g. the last.', 'So did I.', 'Then'],
    ],
    ['1. Eat. 2. Sleep.', ['1. Eat.', '2. Sleep.']],
    ['Well... maybe. Hm... Maybe not.', ['Well... maybe.', 'Hm...', 'Maybe not.']],
    [
      'See https://a.example/b.c now. (It works.) Great! :)',
      ['See https://a.example/b.c now.', '(It works.)', 'Great! :)'],
    ],
    ['One\ntwo. Three\n\nfour', ['One\ntwo.', 'Three', 'four']],
    ['  \n ', []],
    ['', []],
    ['...', ['...']],
  ])('of %j', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it('cover all but white space, in order, for any text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('. ', '。', '! ', '?', '"', '”', '\n', '\r\n\r\n', 'Mr', 'a', '好', '…', ' '),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let end = 0;
        for (const range of sentences(text)) {
          expect(range.start).toBeGreaterThanOrEqual(end);
          expect(range.end).toBeGreaterThan(range.start);
          expect(text.slice(end, range.start).trim()).toBe('');
          end = range.end;
        }
        expect(text.slice(end).trim()).toBe('');
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['.', '. ', '!', '。', '"', '\n', '\n\n', ' ', 'a. ', 'A. ', '. a', '?”', '好', 'a.\n\n', '1. '])(
    'of 100,000 characters of %j take less than a second',
    (unit) => {
      const before = process.cpuUsage();
      sentences(unit.repeat(Math.ceil(100_000 / unit.length)));
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1e6).toBeLessThan(1);
    },
  );
});
