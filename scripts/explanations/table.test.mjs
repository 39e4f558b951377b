import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../root.mjs';
import { bestMethod, fromCard, inCard } from './choose.mjs';
import { withExplanationsTable } from './table.mjs';

it('the page has the figures of the cards: `npm run explanations:table -- --dry` updates its table', () => {
  const page = readFileSync(join(ROOT, 'docs/explanations.md'), 'utf8');
  expect(page).toBe(withExplanationsTable(page, join(ROOT, 'models')));
});

it('refuses a page without a place for the table', () => {
  expect(() => withExplanationsTable('# Saliency', join(ROOT, 'models'))).toThrow(/no place for the explanations/);
});

const figures = (/** @type {string} */ method, comprehensiveness = 0, sufficiency = 0, refused = 0) =>
  /** @type {import('../../src/engine/evaluation/evaluate-explanations').MethodFigures} */ (
    /** @type {unknown} */ ({
      method,
      comprehensiveness,
      sufficiency,
      refused,
      random: { comprehensiveness: 0, sufficiency: 1 },
    })
  );

it('the default has the best mean over the sources, among the methods that are fast enough and explained every text', () => {
  const sources = [
    [
      figures('a', 0.5, 0.1),
      figures('b', 0.6, 0.3),
      figures('slow', 0.9),
      figures('short', 0.9, 0, 1),
      figures('once', 0.9),
    ],
    [figures('a', 0.3, 0.1), figures('b', 0.9, 0.3), figures('slow', 0.9), figures('short', 0.9)],
  ];
  const times = new Map([['a', 0.1], ['b', 0.5], ['slow', 0.51], ['short', 0.1], ['once', 0.1]]); // prettier-ignore
  expect(bestMethod(sources, times)).toBe('b');
  expect(bestMethod(sources.slice(0, 1), new Map([['a', 0.1], ['b', 0.5]]))).toBe('a'); // prettier-ignore
  expect(bestMethod([], times)).toBeUndefined();
  expect(
    bestMethod([[figures('integrated-gradients', 0.9)]], new Map([['integrated-gradients', 0.1]])),
  ).toBeUndefined();
});

/** Figures of a method. Random orders have comprehensiveness 0.1, sufficiency 0.4 and AUPRC 0.2. */
const found = (/** @type {string} */ method, /** @type {number[]} */ [comprehensiveness, sufficiency, auprc]) =>
  /** @type {import('../../src/engine/evaluation/evaluate-explanations').MethodFigures} */ (
    /** @type {unknown} */ ({
      ...figures(method, comprehensiveness, sufficiency),
      random: { comprehensiveness: 0.1, sufficiency: 0.4 },
      rationales: { auprc, random: { auprc: 0.2 } },
    })
  );

it('a faithful but implausible method is the default only if no method is plausible', () => {
  const times = new Map([['faithful', 0.1], ['good', 0.1], ['attention', 0.1]]); // prettier-ignore
  const attention = found('attention', [0.1, 0.4, 0.5]);
  const chosen = (/** @type {number[][]} */ faithful, /** @type {number[][]} */ good) =>
    bestMethod(
      faithful.map((one, i) => [found('faithful', one), found('good', good[i]), attention]),
      times,
    );
  expect(chosen([[0.6, 0, 0.4]], [[0.3, 0.15, 0.6]])).toBe('good');
  // On one of two sources: below attention, too little comprehensiveness, or too much sufficiency.
  const others = [[0.3, 0.15, 0.49], [0.27, 0.15, 0.6], [0.3, 0.19, 0.6]]; // prettier-ignore
  for (const other of others) {
    const first = [0.3, 0.15, 0.6];
    expect(chosen([[0.6, 0, 0.4], [0.6, 0, 0.4]], [first, other])).toBe('faithful'); // prettier-ignore
  }
  expect(chosen([[0.6, 0, 0.5]], [[0.3, 0.15, 0.6]])).toBe('faithful');
});

it('the figures of a card are read, and written again unchanged', () => {
  const cards = readdirSync(join(ROOT, 'models')).filter((name) => !name.includes('.') && name !== 'vocabularies');
  let methods = 0;
  for (const name of cards) {
    const card = JSON.parse(readFileSync(join(ROOT, 'models', name, 'card.json'), 'utf8'));
    for (const rows of card.explanations ?? []) {
      expect(fromCard(rows.methods).map(inCard), `${name}: ${rows.data}`).toEqual(rows.methods);
      methods += rows.methods.length;
    }
  }
  expect(methods).toBeGreaterThan(100);
});

it('a method that was measured on fewer texts than the others refused the rest', () => {
  const [all, some] = [figures('occlusion', 0.3), figures('shap', 0.9)];
  const read = fromCard([inCard({ ...all, n: 200 }), inCard({ ...some, n: 150 })]);
  expect(read.map(({ refused }) => refused)).toEqual([0, 50]);
  expect(bestMethod([read], new Map([['occlusion', 0.1], ['shap', 0.1]]))).toBe('occlusion'); // prettier-ignore
});

it('a method that points the wrong way is no default while another points the right way', () => {
  const withSigns = (
    /** @type {string} */ method,
    /** @type {number} */ comprehensiveness,
    /** @type {number} */ signAccuracy,
  ) => ({
    ...figures(method, comprehensiveness),
    direction: { n: 100, signAccuracy },
  });
  const times = new Map([['faithful', 0.1], ['directed', 0.1], ['unsigned', 0.1]]); // prettier-ignore
  const sources = [[withSigns('faithful', 0.6, 0.9), withSigns('directed', 0.4, 0.99)]];
  expect(bestMethod(sources, times)).toBe('directed');
  // Between two that point the right way the more faithful one wins, if it is not wrong that much more often.
  expect(bestMethod([[withSigns('faithful', 0.6, 0.98), withSigns('directed', 0.4, 0.99)]], times)).toBe('faithful');
  expect(bestMethod([[withSigns('faithful', 0.405, 0.98), withSigns('directed', 0.4, 0.99)]], times)).toBe('directed');
});
