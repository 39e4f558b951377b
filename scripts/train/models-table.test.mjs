import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../root.mjs';
import { withModelsTable } from './models-table.mjs';

it('the README quotes the cards: `node scripts/train/models-table.mjs` writes its table anew', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  expect(readme).toBe(withModelsTable(readme, join(ROOT, 'models')));
});

it('a README without a place for the table is said to have none', () => {
  expect(() => withModelsTable('# Saliency', join(ROOT, 'models'))).toThrow(/no place for the models/);
});

it('every card says what its model is for', () => {
  const models = join(ROOT, 'models');
  const cards = readdirSync(models).filter((name) => existsSync(join(models, name, 'card.json')));
  const without = cards.filter((name) => !JSON.parse(readFileSync(join(models, name, 'card.json'), 'utf8')).purpose);
  expect(cards.length).toBeGreaterThan(10);
  expect(without).toEqual([]);
});
