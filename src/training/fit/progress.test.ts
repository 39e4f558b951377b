import { beforeAll, expect, it } from 'vitest';
import { architectureNamed } from '../../model/architectures/registry';
import { buildNetwork } from '../../model/network/build-network';
import { startTestBackend } from '../../model/testing/backend';
import { FIT_DEFAULTS } from './fit-options';
import { initialState } from './fit-state';
import { flopsPerWord, ProgressLines } from './progress';

beforeAll(startTestBackend);

it('prints loss, accuracy, speed and the time left, every few batches and after each epoch', () => {
  const lines: string[] = [];
  const { report } = new ProgressLines(1e6, 3, (line) => lines.push(line), 2);
  const state = { ...initialState(FIT_DEFAULTS), epoch: 1, lossSum: 30, hits: 50, rows: 60 };
  for (const batch of [1, 2, 3]) report({ state: { ...state, batch }, batches: 100, words: 2000, milliseconds: 500 });
  const record = { loss: 0.5, accuracy: 0.75, validationLoss: 0.6, validationAccuracy: 0.7, learningRate: 1e-3 };
  report({ state, batches: 100, words: 0, milliseconds: 0, epoch: { epoch: 2, ...record }, best: true });
  expect(lines).toEqual([
    'epoch 2/3, batch 2/100: loss 0.5000, accuracy 83.33 %; 500 ms/step, 4.0 GFLOP/s, epoch ends in 00:00:49, all of them in 00:01:39',
    'epoch 2/3 done: loss 0.5000, accuracy 75.00 %; validation loss 0.6000, accuracy 70.00 % (best)',
  ]);
});

it('counts two operations for each weight in the forward pass, and two for each of the two gradients', () => {
  const { plan, configure } = architectureNamed('state-distance-lstm');
  const network = buildNetwork(plan(configure({ dimension: 10, units: 20 }), 2), 1000, 1);
  expect(flopsPerWord(network)).toBe(6 * (10 * 80 + 20 * 80 + 20));
  network.dispose();
});
