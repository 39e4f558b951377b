import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../root.mjs';
import { bestMethod } from './choose.mjs';
import { withExplanationsTable } from './table.mjs';

it('the README quotes the cards: `npm run explanations:table -- --dry` writes its table anew', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  expect(readme).toBe(withExplanationsTable(readme, join(ROOT, 'models')));
});

it('a README without a place for the table is said to have none', () => {
  expect(() => withExplanationsTable('# Saliency', join(ROOT, 'models'))).toThrow(/no place for the explanations/);
});

const figures = (/** @type {string} */ method, comprehensiveness = 0, sufficiency = 0, refused = 0) =>
  /** @type {import('../../src/engine/evaluate-explanations').MethodFigures} */ (
    /** @type {unknown} */ ({ method, comprehensiveness, sufficiency, refused })
  );

it('the best mean of the sources, among the methods that are quick enough and explained every text', () => {
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
