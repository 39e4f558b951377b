import { beforeAll, expect, it } from 'vitest';
import { architectureNamed } from '../../model/architectures/registry';
import { buildNetwork } from '../../model/network/build-network';
import type { Network } from '../../model/network/network';
import { seededRandom } from '../../shared/random';
import { startTestBackend } from '../../model/testing/backend';
import { logitsAll } from '../evaluation/predict';
import { chooseStorage } from './quantize';
import type { Sample } from '../fit/sample';
import { assignValues, valuesOf } from '../fit/values';

beforeAll(startTestBackend);

/** A network whose word vectors are scaled, so that its predictions are far from a tie, or close to one. */
function network(stretch: number): Network {
  const { plan, configure } = architectureNamed('state-distance-lstm');
  const made = buildNetwork(plan(configure({ dimension: 8, units: 8 }), 2), 50, 3);
  const values = valuesOf(made.weights);
  for (const [name, of] of values)
    if (name.startsWith('embedding'))
      values.set(
        name,
        of.map((x) => x * stretch),
      );
  assignValues(made.weights, values);
  return made;
}

const random = seededRandom(1);
const samples = Array.from({ length: 400 }, (): Sample => {
  const ids = Int32Array.from({ length: 6 }, () => 1 + Math.floor(random() * 49));
  return { ids, label: 0 };
});

it('chooses the smallest storage that keeps the labels, and leaves the weights as they were', () => {
  const clear = network(100);
  const before = valuesOf(clear.weights);
  expect(Object.values(chooseStorage(clear, samples))).not.toContain('float32');
  expect(valuesOf(clear.weights)).toEqual(before);
  clear.dispose();

  // One huge number makes the levels so coarse that its neighbours are lost, and overflows half precision: only float32 works.
  const spoilt = network(1);
  const values = valuesOf(spoilt.weights);
  values.get('embedding/embeddings')![0] = 1e6;
  assignValues(spoilt.weights, values);
  expect(chooseStorage(spoilt, samples)['embedding/embeddings']).toBe('float32');
  spoilt.dispose();
});

it('stores the weight that needs it in two bytes, in the format that loses less', () => {
  // A large number that no row uses makes 8-bit levels useless and 16-bit levels coarse: half precision keeps the small numbers.
  const uneven = network(1);
  const before = valuesOf(uneven.weights);
  before.get('embedding/embeddings')!.fill(30_000, 0, 8);
  assignValues(uneven.weights, before);
  const choice = chooseStorage(uneven, samples);
  expect(choice['embedding/embeddings']).toBe('float16');
  expect(choice['dense/bias']).toBe('uint8');
  expect(valuesOf(uneven.weights)).toEqual(before);
  uneven.dispose();
});

it('chooses uint16 where numbers are evenly distributed', () => {
  const even = network(1);
  const random = seededRandom(2);
  const values = valuesOf(even.weights);
  for (const [name, of] of values)
    if (name.endsWith('kernel'))
      values.set(
        name,
        of.map(() => random() - 0.5),
      );
  values.get('embedding/embeddings')!.forEach((_, i, all) => (all[i] = random() / 50));
  values.get('dense/bias')!.fill(0);
  assignValues(even.weights, values);
  // All texts have nearly the same logit. A bias at their mean puts them near the boundary, so every digit counts.
  const middle = logitsAll(even, samples)
    .map(([z]) => z)
    .sort((a, b) => a - b)[200];
  values.get('dense/bias')![0] = -middle;
  assignValues(even.weights, values);
  const choice = Object.values(chooseStorage(even, samples));
  expect(choice).toContain('uint16');
  expect(choice).not.toContain('float32');
  even.dispose();
});
