import { expect, test } from 'vitest';
import { exportName } from './file-name';

test.each([
  ['film-reviews.md', 11, 'svg', undefined, 'film-reviews-L11.svg'],
  ['餐厅评价.txt', 1, 'report', undefined, '餐厅评价-L1.html'],
  ['notes', 3, 'json', undefined, 'notes-L3.json'],
  ['Untitled-1', 1, 'csv', undefined, 'Untitled-1-L1.csv'],
  ['a:b?c*.md', 2, 'png', undefined, 'a b c-L2.png'],
  ['.env', 2, 'csv', undefined, 'explanation-L2.csv'],
  ['', 1, 'csv', undefined, 'explanation-L1.csv'],
  ['film.md', 1, 'png', 'words.0', 'film-L1-words.png'],
  ['film.md', 1, 'png', 'gates.1', 'film-L1-gates-1.png'],
] as const)('%j, line %i as %s (%s): %s', (file, line, format, chart, name) => {
  expect(exportName(file, line, format, chart)).toBe(name);
});

test('a long name stays one that every system takes, and no character is halved', () => {
  const name = exportName(`${'😀'.repeat(300)}.md`, 1, 'svg');
  expect(name).toBe(`${'😀'.repeat(50)}-L1.svg`);
});
