import { expect, test } from 'vitest';
import { SAMPLES } from '../../../test/panel/samples';
import { wordHighlights } from '../highlights/highlights';
import { explanationMarkdown } from './explanation-markdown';

test('the prediction, the text, the probabilities and every highlighted phrase stand in it', () => {
  const markdown = explanationMarkdown(SAMPLES.film);
  expect(markdown).toMatch(/^## Positive 81\u00a0%\n/);
  expect(markdown).toContain('> The plot is predictable');
  expect(markdown).toContain('gradient × input, for positive');
  expect(markdown).toMatch(/\| Positive\s+\| 81\u00a0%/);
  const rows = markdown.split('\n').filter((line) => /^\| +\d+ +\|/.test(line));
  expect(rows).toHaveLength(wordHighlights(SAMPLES.film, 'more').shown.length);
  expect(rows[0]).toMatch(/^\| 1 +\| wonderful +\| \+36\u00a0?\s?points, supports positive +\|/);
  expect(markdown).toMatch(/two +\| \+1 point, supports/);
  // Log-odds are for those who ask for them.
  expect(markdown).not.toContain('1.72');
  expect(explanationMarkdown({ ...SAMPLES.film, model: 'en' })).toMatch(/Model: English \(default\)\n/);
});

test('nothing in a text becomes markup, and every row keeps its columns', () => {
  const text = '<b>*a*</b> [x](y) `z` | #1 ~no~ &amp;';
  const words = text.split(' ').map((word) => ({ ...SAMPLES.one.words[0], text: word }));
  const markdown = explanationMarkdown({ ...SAMPLES.one, text, words });
  expect(markdown.replace(/\\./g, '')).not.toMatch(/[*[\]`<~]/);
  expect(markdown.replace(/\\./g, '')).not.toContain('&amp;');
  const rows = markdown.split('\n').filter((line) => /^\| +\d+ +\|/.test(line));
  for (const row of rows) expect(row.replace(/\\./g, '').split('|')).toHaveLength(5);
});

test('a text that looks like a heading, a list or a quotation stays a text', () => {
  const markdown = explanationMarkdown({ ...SAMPLES.one, text: '# a\n- b\n1. c\n> d\n+ e' });
  expect(markdown).toContain('> \\# a\n> \\- b\n> 1\\. c\n> \\> d\n> \\+ e');
});
