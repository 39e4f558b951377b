import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shapley } from '../testing/plain-methods';
import { coalitionWeights, interaction, mergedWithNext, shapleyValues } from './table-game';

const games = (players: number) =>
  fc
    .array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 2 ** players, maxLength: 2 ** players })
    .map((values) => Float64Array.from(values));
const coalition = (players: readonly number[]) => players.reduce((bits, player) => bits | (1 << player), 0);

test('values are those over all orders, by definition', () => {
  fc.assert(
    fc.property(games(4), (game) => {
      const expected = shapley(4, (players) => game[coalition(players)]);
      shapleyValues(game).forEach((value, player) => expect(value).toBeCloseTo(expected[player], 9));
    }),
    { numRuns: 20 },
  );
});

test('values sum to what all are worth, one player has all of it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }).chain(games), (game) => {
      const sum = shapleyValues(game).reduce((total, value) => total + value, 0);
      expect(sum).toBeCloseTo(game[game.length - 1] - game[0], 9);
    }),
  );
});

test('two players that say the same share the credit; one that changes nothing has none', () => {
  // Worth 1 as soon as player 0 or player 1 is there; player 2 never changes anything.
  const game = Float64Array.from({ length: 8 }, (_, c) => (c & 3 ? 1 : 0));
  expect(shapleyValues(game)).toEqual([0.5, 0.5, 0]);
  expect(interaction(game, 0, 1)).toBeCloseTo(-1, 12);
  expect(interaction(game, 1, 2)).toBe(0);
});

test('interaction: what two are worth beyond the sum of both, of two players as it is', () => {
  expect(interaction(Float64Array.of(0, 2, 3, -4), 0, 1)).toBe(-9);
});

test('players joined: the values of the game in which they come and go together', () => {
  fc.assert(
    fc.property(games(4), fc.integer({ min: 0, max: 2 }), (game, at) => {
      const [before, after] = [shapleyValues(mergedWithNext(game, at)), [0, 1, 2].map((p) => (p > at ? p + 1 : p))];
      const expected = shapley(3, (players) => {
        const all = players.flatMap((player) => (player === at ? [at, at + 1] : [after[player]]));
        return game[coalition(all)];
      });
      before.forEach((value, player) => expect(value).toBeCloseTo(expected[player], 9));
    }),
    { numRuns: 20 },
  );
});

test('weights of coalitions sum to 1', () => {
  for (const players of [1, 2, 5])
    expect(coalitionWeights(players).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
});
