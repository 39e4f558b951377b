import { beforeAll, expect, it } from 'vitest';
import { architectureNamed } from '../model/architectures/registry';
import type { Network } from '../model/network';
import { seededRandom } from '../model/random';
import { startTestBackend } from '../model/testing/backend';
import { chooseStorage } from './quantize';
import type { Sample } from './sample';
import { assignValues, valuesOf } from './values';

beforeAll(startTestBackend);

/** A network whose word vectors are stretched, so that its texts are far from undecided, or close to it. */
function network(stretch: number): Network {
  const { build, configure } = architectureNamed('state-distance-lstm');
  const made = build(configure({ dimension: 8, units: 8 }), 50, 2, 3);
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
  expect(chooseStorage(clear, samples).embeddings).not.toBe('float32');
  expect(valuesOf(clear.weights)).toEqual(before);
  clear.dispose();

  // One huge number takes all the levels: everything else becomes 0, in 8 bits and nearly so in 16.
  const spoilt = network(1);
  const values = valuesOf(spoilt.weights);
  values.get('embedding/embeddings')![0] = 1e6;
  assignValues(spoilt.weights, values);
  expect(chooseStorage(spoilt, samples)).toEqual({ embeddings: 'float32', others: 'float32' });
  spoilt.dispose();
});
