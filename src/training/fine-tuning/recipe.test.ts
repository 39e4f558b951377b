import { expect, test } from 'vitest';
import { recipeFor } from './recipe';

test('no more general texts are read than are ever drawn', () => {
  for (const rows of [50, 200, 1_000, 10_000]) {
    const { pool, replay, fit } = recipeFor(rows, true);
    expect(pool).toBeGreaterThanOrEqual(replay);
    expect(pool).toBeLessThanOrEqual(replay * fit.epochs);
  }
  expect(recipeFor(200, true, { replay: 0 })).toMatchObject({ pool: 0, replay: 0 });
});

test('only where the classes stay, what is kept lies towards the start, and few rows leave the words as they are', () => {
  expect(recipeFor(200, true)).toMatchObject({ keepsWords: true, fit: { towardsStart: 0.5 } });
  expect(recipeFor(1_500, true)).toMatchObject({ keepsWords: false, fit: { towardsStart: 0.5 } });
  const others = recipeFor(200, false);
  expect(others).toMatchObject({ keepsWords: false, replay: 0 });
  expect(others.fit.towardsStart).toBeUndefined();
});
