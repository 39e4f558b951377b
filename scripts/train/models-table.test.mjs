import { readFileSync } from 'node:fs';
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
