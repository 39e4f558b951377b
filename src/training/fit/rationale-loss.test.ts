import { memory, mul, sub, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { architectureNamed } from '../../model/architectures/registry';
import { buildNetwork } from '../../model/network/build-network';
import { startTestBackend } from '../../model/testing/backend';
import { FIT_DEFAULTS } from './fit-options';
import { lossAndGradients } from './loss-and-gradients';
import { batchTensors, type Sample } from './sample';

beforeAll(startTestBackend);

const SAMPLES: readonly Sample[] = [
  { ids: Int32Array.of(2, 3, 4, 5), label: 0, rationale: Float32Array.of(0, 1, 1, 0) },
  { ids: Int32Array.of(6, 7), label: 1 },
  // A word was dropped, so the rationale no longer fits the words.
  { ids: Int32Array.of(8, 9), label: 2, rationale: Float32Array.of(1, 0, 0) },
];

const options = (rationaleWeight: number) => ({ ...FIT_DEFAULTS, rationaleWeight });

function network() {
  const architecture = architectureNamed('attention-bilstm');
  const config = architecture.configure({ dimension: 4, units: 3, attentionUnits: 2 });
  return buildNetwork(architecture.plan(config, 3), 10, 1);
}

it('adds minus the logarithm of the attention on underlined words, as the mean over the batch', () => {
  const net = network();
  const batch = batchTensors(SAMPLES);
  const attention = tidy(() => net.forward(net.embed(batch.ids), batch.mask).attention!.arraySync());
  const plain = lossAndGradients(net, batch, options(0), 1);
  const drawn = lossAndGradients(net, batch, options(0.5), 1);
  const expected = -Math.log(attention[0][1] + attention[0][2] + 1e-4) / SAMPLES.length;
  expect(drawn.loss - plain.loss).toBeCloseTo(0.5 * expected, 4);
});

/** The attention on the underlined words after some steps of plain gradient descent. */
function attentionOnReason(rationaleWeight: number): number {
  const net = network();
  const batch = batchTensors(SAMPLES);
  for (let step = 0; step < 80; step++) {
    for (const [name, gradient] of lossAndGradients(net, batch, options(rationaleWeight), 1).gradients) {
      const weight = net.weights.get(name)!;
      tidy(() => weight.assign(sub(weight, mul(gradient, 0.5))));
      gradient.dispose();
    }
  }
  const [row] = tidy(() => net.forward(net.embed(batch.ids), batch.mask).attention!.arraySync());
  return row[1] + row[2];
}

it('steps along its gradient move the attention to the underlined words', () => {
  expect(attentionOnReason(2)).toBeGreaterThan(attentionOnReason(0) + 0.01);
});

it('leaves no tensor behind', () => {
  const net = network();
  const batch = batchTensors(SAMPLES);
  const { numTensors } = memory();
  for (const gradient of lossAndGradients(net, batch, options(1), 1).gradients.values()) gradient.dispose();
  expect(memory().numTensors).toBe(numTensors);
});
