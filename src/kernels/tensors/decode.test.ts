import { memory } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { decodedTensor } from './decode';
import { startTestBackend } from '../testing/backend';

beforeAll(startTestBackend);

test('levels become the numbers that JavaScript makes of them, to the bit, at every length', () => {
  const before = memory().numTensors;
  const levels = fc.uint8Array({ minLength: 1, maxLength: 200 });
  const step = fc.double({ min: 1e-6, max: 1, noNaN: true });
  const least = fc.double({ min: -100, max: 100, noNaN: true });
  fc.assert(
    fc.property(levels, step, least, (bytes, scale, min) => {
      const tensor = decodedTensor({ bytes, scale, min }, [bytes.length]);
      expect([...tensor.dataSync()]).toEqual([...bytes].map((level) => Math.fround(level * scale + min)));
      tensor.dispose();
    }),
  );
  expect(memory().numTensors).toBe(before);
});
