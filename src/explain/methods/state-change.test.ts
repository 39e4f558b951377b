import { expect, test } from 'vitest';
import type { Task } from './method';
import { stateChange } from './state-change';

const reading = (direction: 'forward' | 'backward', states: readonly number[], mask: readonly number[]) =>
  ({
    recurrent: [{ direction, units: 2, states: Float32Array.from(states) }],
    mask: Float32Array.from(mask),
  }) as unknown as Task['reading'];
const scores = (...of: Parameters<typeof reading>) => stateChange.attribute({ reading: reading(...of) } as Task);

test('the length of each step, as a share of all steps; from the right where a direction reads so', () => {
  expect(scores('forward', [3, 4, 3, 4, 3, 9], [1, 0, 1])).toEqual({ scores: Float64Array.of(0.5, 0, 0.5) });
  expect(scores('backward', [6, 8, 3, 4], [1, 1])).toEqual({ scores: Float64Array.of(0.5, 0.5) });
});

test('a state that nothing moved: no word counts', () => {
  expect(scores('forward', [0, 0, 0, 0], [0, 0])).toEqual({ scores: Float64Array.of(0, 0) });
});
