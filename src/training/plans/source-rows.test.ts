import { describe, expect, it } from 'vitest';
import { parsePlan } from './plan';
import { detokenised } from '../rows/detokenise';
import { phrasesOf } from '../rows/phrases';
import type { Row } from '../rows/row';
import { sentenceEnds } from '../rows/sentence-ends';
import { textKey } from '../rows/text-key';
import { sourceRows } from './source-rows';

const row = (text: string, label: string, more: Record<string, unknown> = {}): Row => ({
  text,
  label,
  fields: { text, label, ...more },
});

describe('texts cut into treebank tokens', () => {
  it.each([
    ["It is n't bad , is it ?", "It isn't bad, is it?"],
    ["`` Ca n't stop '' , he said -LRB- twice -RRB- .", '"Can\'t stop", he said (twice).'],
    ["a co-writer\\/director 's film . . .", "a co-writer/director's film..."],
    ['a mind - fuck movie , $ 20 million', 'a mind-fuck movie, $20 million'],
    ['She said "yes", and he didn\'t.', 'She said "yes", and he didn\'t.'],
  ])('%s', (tokens, text) => {
    expect(detokenised(tokens)).toBe(text);
  });

  it('have labelled phrases: each once in both forms, without the sentence itself', () => {
    const sentence = row("It is n't bad", 'positive', {
      tokens: ['It', 'is', "n't", 'bad'],
      spans: [
        [0, 4, 3],
        [1, 4, 4],
        [2, 4, 3],
        [3, 4, 0],
        [0, 1, 2],
        [3, 4, 0],
      ],
    });
    const found = phrasesOf([sentence, sentence]).map(({ text, label }) => `${text}: ${label}`);
    expect(found).toEqual([
      "is n't bad: positive",
      "isn't bad: positive",
      "n't bad: positive",
      'bad: negative',
      'It: neutral',
    ]);
    expect(phrasesOf([sentence], 5).map(({ label }) => label)).toEqual([
      'very positive',
      'very positive',
      'positive',
      'very negative',
      'neutral',
    ]);
  });
});

describe('the rows of a plan', () => {
  const sources = [
    { name: 'pairs', file: 'a', share: 1, validation: 0.25, test: 0.25 },
    { name: 'cut', file: 'b', share: 1, tokenised: true, validation: 0.25, phrases: { share: 1 } },
  ];
  const plan = parsePlan({ language: 'en', labels: ['negative', 'positive'], rows: 10, sources }, 'plan.json');
  const pairs = Array.from({ length: 40 }, (_, i) =>
    row(`pair ${i >> 1} ${i % 2 ? 'fine' : 'dull'}`, 'negative', { pair: i >> 1 }),
  );
  const cut = Array.from({ length: 40 }, (_, i) =>
    row(`number ${i} is n't it`, 'positive', {
      tokens: ['number', `${i}`, 'is', "n't", 'it'],
      spans: [
        [0, 2, 3],
        [0, 5, 3],
      ],
    }),
  );
  const copies = [row('PAIR 3 dull!', 'positive')];
  const excluded = ['pair 0 fine', 'Number 1 isn’t it'];
  const [first, second] = sourceRows({ plan, rows: [pairs, [...copies, ...cut]], excluded }, 3);

  it('are on one side of the split only: texts, pairs, and phrases of held-out sentences', () => {
    const side = ({ fields }: Row): unknown => fields['pair'];
    const sides = [first.train, first.validation, first.test].map((rows) => new Set(rows.map(side)));
    for (const pair of Array.from({ length: 20 }, (_, i) => i)) {
      expect(sides.filter((of) => of.has(pair)).length).toBe(1);
    }
    expect(first.train.length + first.validation.length + first.test.length).toBe(39);
    expect(first.validation.length).toBeGreaterThanOrEqual(10);
    const held = new Set(second.validation.map(({ text }) => /\d+/.exec(text)?.[0]));
    for (const { text } of second.phrases) expect(held.has(/\d+/.exec(text)?.[0])).toBe(false);
  });

  it('have no excluded text, no text twice, and both forms of a text in training', () => {
    const keys = [...first.train, ...first.validation, ...first.test].map(({ text }) => textKey(text));
    expect(keys).not.toContain(textKey('pair 0 fine'));
    const all = [...second.train, ...second.validation].map(({ text }) => text);
    expect(all).not.toContain('PAIR 3 dull!');
    expect(all.filter((text) => /number 1 /i.test(text))).toEqual([]);
    const texts = second.train.map(({ text }) => text);
    expect(texts.filter((text) => text.includes("is n't")).length).toBeGreaterThan(20);
    for (const text of texts.filter((one) => one.includes("is n't")))
      expect(texts).toContain(text.replace("is n't", "isn't"));
    expect(second.validation.every(({ text }) => !text.includes("isn't"))).toBe(true);
  });

  it('come from plans whose errors are reported with the field', () => {
    const broken = (change: object): unknown => ({ language: 'en', labels: ['a', 'b'], rows: 1, sources, ...change });
    expect(() => parsePlan(broken({ rows: 0 }), 'p.json')).toThrow(/p\.json: "rows"/);
    expect(() => parsePlan(broken({ sources: [{ name: 'x', share: 1 }] }), 'p.json')).toThrow(
      /either "file" or "everyday"/,
    );
    const taught = [{ name: 'x', file: 'a', share: 1, teacher: 'nobody' }];
    expect(() => parsePlan(broken({ sources: taught }), 'p.json')).toThrow(/names the teacher nobody/);
  });
});

describe('first and last sentences', () => {
  it('of long texts, with their label', () => {
    const text = 'I did not like it. It was long. Nobody spoke.<br />The end was bad! Not worth a ticket.';
    expect(
      sentenceEnds([row(text, 'negative'), row('Short text. Here.', 'positive')]).map((one) => [one.text, one.label]),
    ).toEqual([
      ['I did not like it.', 'negative'],
      ['Not worth a ticket.', 'negative'],
    ]);
  });
});
