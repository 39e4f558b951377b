import { expect, test } from 'vitest';
import { reasonWords } from './words-of';

const cut = (text: string) => reasonWords(text).map(({ start, end }) => text.slice(start, end));

test('words of English, characters of Chinese', () => {
  expect(cut('It didn’t last — a whole month.')).toEqual(['It', 'didn’t', 'last', 'a', 'whole', 'month']);
  expect(cut('坏了，no refund')).toEqual(['坏', '了', 'no', 'refund']);
  expect(cut('🙂 …')).toEqual([]);
});
