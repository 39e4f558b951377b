import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../root.mjs';
import { withModelsTable } from './models-table.mjs';

it('the page has the figures of the cards: `node scripts/train/models-table.mjs` updates its table', () => {
  const page = readFileSync(join(ROOT, 'docs/models.md'), 'utf8');
  expect(page).toBe(withModelsTable(page, join(ROOT, 'models')));
});

it('refuses a page without a place for the table', () => {
  expect(() => withModelsTable('# Saliency', join(ROOT, 'models'))).toThrow(/no place for the models/);
});

it('every card says what its model is for', () => {
  const models = join(ROOT, 'models');
  const cards = readdirSync(models).filter((name) => existsSync(join(models, name, 'card.json')));
  const without = cards.filter((name) => !JSON.parse(readFileSync(join(models, name, 'card.json'), 'utf8')).purpose);
  expect(cards.length).toBeGreaterThan(10);
  expect(without).toEqual([]);
});
