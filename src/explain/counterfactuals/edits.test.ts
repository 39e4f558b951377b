import fc from 'fast-check';
import { expect, test } from 'vitest';
import { segmentSpaced } from '../../text/spaced';
import { applyEdit, removalEdits } from './edits';

/** The text without the words written here. */
function without(text: string, ...gone: readonly string[]): string {
  const words = segmentSpaced(text);
  const removed = words.flatMap(({ text: word }, i) => (gone.includes(word) ? [i] : []));
  expect(removed).not.toHaveLength(0);
  return applyEdit(text, removalEdits(text, words, removed));
}

test.each<[string, string[], string]>([
  ['It was really good.', ['really'], 'It was good.'],
  ['It was good.', ['good'], 'It was.'],
  ['The end', ['The'], 'end'],
  ['The end', ['end'], 'The'],
  ['A very very good film', ['very'], 'A good film'],
  ['good , bad', ['bad'], 'good ,'],
  ['I like (really) long films', ['really'], 'I like () long films'],
  ['one\n  two three\nfour', ['two'], 'one\n  three\nfour'],
  ['one two\nthree', ['two'], 'one\nthree'],
  ['one\ntwo\nthree', ['two'], 'one\n\nthree'],
  ['well…good', ['…'], 'well good'],
  ['wow!yes!', ['yes'], 'wow! !'],
  ['"good" film', ['good'], '" " film'],
  ['很 好', ['很'], '好'],
])('%j without %j', (text, gone, expected) => {
  expect(without(text, ...gone)).toBe(expected);
});

test('words side by side go in one edit, others in their own', () => {
  const text = 'a b c d e';
  expect(removalEdits(text, segmentSpaced(text), [1, 2, 4])).toEqual([
    { start: 1, end: 6, newText: ' ' },
    { start: 7, end: 9, newText: '' },
  ]);
});

test('of plain sentences exactly the other words are left, in order', () => {
  const word = fc.constantFrom('good', 'bad', 'film', 'not', ',', '!', '(', '…', "isn't", '5');
  const gap = fc.constantFrom(' ', '  ', '\n', '\t');
  const text = fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(text, fc.nat(255), (pieces, bits) => {
      const text = pieces.flat().join('');
      const words = segmentSpaced(text);
      const removed = [...words.keys()].filter((i) => (bits >> i) & 1);
      const edits = removalEdits(text, words, removed);
      edits.reduce((end, edit) => {
        expect(edit.start).toBeGreaterThanOrEqual(end);
        return edit.end;
      }, 0);
      // Signs of one kind may have stood apart and now form a run: compared without the gaps between words.
      const left = segmentSpaced(applyEdit(text, edits)).map(({ text }) => text);
      const expected = words.filter((_, i) => !removed.includes(i)).map(({ text }) => text);
      expect(left.join('')).toBe(expected.join(''));
    }),
  );
});
