import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DirectedStates, ForwardResult } from '../forward-result';
import { distances, stateDistanceScores } from './state-distance';
import { stateDistance as reference, type Row } from '../testing/float64';

function reading(...recurrent: DirectedStates[]): ForwardResult {
  const words = recurrent[0].states.length / recurrent[0].units;
  return { reads: 'last-states', logits: new Float32Array(1), mask: new Float32Array(words).fill(1), recurrent };
}
function directed(direction: DirectedStates['direction'], rows: readonly Row[]): DirectedStates {
  return { direction, units: rows[0].length, states: Float32Array.from(rows.flat()) };
}
const scores = (...recurrent: DirectedStates[]) => [...stateDistanceScores(reading(...recurrent))];
const close = (found: ArrayLike<number>, expected: readonly number[]) => {
  expect(found.length).toBe(expected.length);
  expected.forEach((value, i) => expect(found[i]).toBeCloseTo(value, 5));
};

const rows = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 8 }))
  .chain(([units, words]) => {
    const figure = fc.float({ min: Math.fround(-0.99), max: Math.fround(0.99), noNaN: true, noDefaultInfinity: true });
    return fc.array(fc.array(figure, { minLength: units, maxLength: units }), { minLength: words, maxLength: words });
  })
  .filter(
    (states) => states.at(-1)!.some((value) => Math.abs(value) > 0.1) && states[0].some((v) => Math.abs(v) > 0.1),
  );

describe('one direction', () => {
  test('by hand: states 3-4-5 apart', () => {
    const states = directed('forward', [
      [3, 0],
      [3, 4],
    ]);
    close(scores(states), [1 - 4 / 5, 4 / 5]);
    close(distances(reading(states)), [4 / 5, 0]);
  });

  test('a word that moves the state away from where it ends is negative', () => {
    expect(scores(directed('forward', [[-1], [1]]))).toEqual([-1, 2]);
  });

  test('equals the formula in float64, and the scores sum to 1', () => {
    fc.assert(
      fc.property(rows, (states) => {
        const found = scores(directed('forward', states));
        close(found, reference(states));
        expect(found.reduce((a, b) => a + b)).toBeCloseTo(1, 9);
      }),
    );
  });

  test('a skipped word repeats the state and scores exactly 0', () => {
    const found = scores(
      directed('forward', [
        [0, 0],
        [0.3, 0.1],
        [0.3, 0.1],
        [0.2, 0.9],
        [0.2, 0.9],
      ]),
    );
    expect([found[0], found[2], found[4]]).toEqual([0, 0, 0]);
  });

  test('where the state never moved every score is 0', () => {
    expect(
      scores(
        directed('forward', [
          [0, 0],
          [0, 0],
        ]),
      ),
    ).toEqual([0, 0]);
  });
});

describe('the backward direction', () => {
  test('is the forward one on the mirrored text', () => {
    fc.assert(
      fc.property(rows, (states) => {
        const mirrored = directed('backward', [...states].reverse());
        expect(scores(mirrored).reverse()).toEqual(scores(directed('forward', states)));
        expect([...distances(reading(mirrored))].reverse()).toEqual([
          ...distances(reading(directed('forward', states))),
        ]);
      }),
    );
  });

  test('counts half beside the forward one', () => {
    fc.assert(
      fc.property(rows, (states) => {
        const [ahead, back] = [directed('forward', states), directed('backward', states)];
        const [one, other] = [scores(ahead), scores(back)];
        close(
          scores(ahead, back),
          one.map((score, i) => (score + other[i]) / 2),
        );
      }),
    );
  });
});
