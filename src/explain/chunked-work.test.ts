import { expect, test } from 'vitest';
import { runToEnd, runStepwise, type ChunkedWork } from './chunked-work';

function* counted(log: number[]): ChunkedWork<string> {
  for (let piece = 1; piece <= 3; piece++) {
    log.push(piece);
    if (piece < 3) yield;
  }
  return 'done';
}

test('all at once, or with a step between two pieces: the same', async () => {
  const [log, other]: number[][] = [[], []];
  expect(runToEnd(counted(log))).toBe('done');
  const step = () => Promise.resolve(void other.push(0));
  expect(await runStepwise(counted(other), step)).toBe('done');
  expect(log).toEqual([1, 2, 3]);
  expect(other).toEqual([1, 0, 2, 0, 3]);
});

test('a step that rejects ends the work', async () => {
  const log: number[] = [];
  const reason = new Error('not wanted');
  await expect(runStepwise(counted(log), () => Promise.reject(reason))).rejects.toBe(reason);
  expect(log).toEqual([1]);
});
