import { expect, test } from 'vitest';
import { withoutSpan } from './removals';

const without = (text: string, word: string): string => {
  const start = text.indexOf(word);
  return withoutSpan(text, { start, end: start + word.length });
};

test('a word goes with the space that parted it, and leaves the rest as it was', () => {
  expect(without('The hour drags on.', 'drags')).toBe('The hour on.');
  expect(without('The hour drags.', 'drags')).toBe('The hour.');
  expect(without('Dull, but short.', 'Dull')).toBe(', but short.');
  expect(without('Wonderful leads', 'Wonderful')).toBe('leads');
  expect(without('The end', 'end')).toBe('The');
  expect(without('菜很新鲜。', '新鲜')).toBe('菜很。');
});
