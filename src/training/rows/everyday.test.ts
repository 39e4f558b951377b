import { describe, expect, it } from 'vitest';
import { everydayFile, everydayPhrases, everydaySentences, partOfSentences } from './everyday';

const FILE = [
  '-\tplain\tThe tram ⟦was late⟧ and ⟦I froze⟧ 😀⟦!⟧',
  '0\tcontrast\tIt came.\tp1',
  '+\tcontrast\t⟦Lovely!⟧\tp1',
];

describe('everyday sentences', () => {
  it('have a label, a category, reasons, and a name if they are twins', () => {
    const [first, second, third] = everydaySentences(`${FILE.join('\r\n')}\n`, 'en.sentences.tsv');
    expect(first.text).toBe('The tram was late and I froze 😀!');
    expect(first.label).toBe('negative');
    expect(first.fields).toMatchObject({ category: 'plain', group: 'b0' });
    expect(first.fields.spans.map(([start, end]) => first.text.slice(start, end))).toEqual([
      'was late',
      'I froze',
      '!',
    ]);
    expect(first.fields.contrast).toBeUndefined();
    expect([second.fields.contrast, third.fields.contrast]).toEqual(['p1', 'p1']);
    expect(second.fields.spans).toEqual([]);
  });

  it('belong to blocks of eight rows, or of more where a pair would be cut', () => {
    const plain = Array.from({ length: 7 }, (_, i) => `0\tplain\tRow ${i}.`);
    const pair = ['-\tcontrast\tIt broke.\tp', '0\tplain\tBetween.', '+\tcontrast\tIt held.\tp'];
    const rows = everydaySentences([...plain, ...pair, ...plain].join('\n'), 'en.sentences.tsv');
    expect(rows.map(({ fields }) => fields.group)).toEqual([...Array(10).fill('b0'), ...Array(7).fill('b1')]);
  });

  it('have three parts: rows without twins, only twins, and reasons as separate rows', () => {
    const rows = everydaySentences(FILE.join('\n'), 'en.sentences.tsv');
    expect(partOfSentences('sentences', rows, 'en')).toEqual([rows[0]]);
    expect(partOfSentences('contrast', rows, 'en')).toEqual(rows.slice(1));
    const reasons = partOfSentences('reasons', rows, 'en');
    // Not “!”, which means nothing alone, and not a whole text.
    expect(reasons.map(({ text, label, fields }) => [text, label, fields.group])).toEqual([
      ['was late', 'negative', 'b0'],
      ['I froze', 'negative', 'b0'],
    ]);
  });

  it.each([
    ['?\tplain\tText', /en\.sentences\.tsv, line 1: a row needs label/],
    ['0\tplain', /line 1: a row needs label/],
    ['0\tplain\tText\t', /line 1: a row needs label/],
    ['0\tplain\tOne.\n0\tplain\tTwo ⟦open.', /line 2: a row needs each ⟦ closed/],
    ['0\tplain\tTwo ⟦⟧ empty.', /each ⟦ closed/],
    ['0\tplain\tTwo ⟦a ⟦b⟧ inside.', /each ⟦ closed/],
    ['0\tplain\tTwo b⟧ behind.', /each ⟦ closed/],
  ])('%j is no row', (file, message) => {
    expect(() => everydaySentences(file, 'en.sentences.tsv')).toThrow(message);
  });
});

describe('everyday phrases', () => {
  it('have a label', () => {
    expect(everydayPhrases('-\tsoggy chips\n+\tgreat\n', 'en.phrases.tsv')).toEqual([
      { text: 'soggy chips', label: 'negative', fields: { text: 'soggy chips', label: 'negative' } },
      { text: 'great', label: 'positive', fields: { text: 'great', label: 'positive' } },
    ]);
    expect(() => everydayPhrases('-\ta\tb', 'en.phrases.tsv')).toThrow(/en\.phrases\.tsv, line 1/);
  });
});

it('are known by the names of their files', () => {
  expect(everydayFile('data/everyday/en.sentences.tsv')).toBe('sentences');
  expect(everydayFile('zh.phrases.tsv')).toBe('phrases');
  expect(everydayFile('my-en.sentences.tsv')).toBeUndefined();
  expect(everydayFile('en.sentences.csv')).toBeUndefined();
});
