import { createInt16Encoder } from '../../../src/kernels/inference/int16/encoder';
import { levelVectors } from '../../../src/kernels/inference/int16/weights';
import { kernelBytes } from './backend.mjs';

/** @param {import('../weights.mjs').Weights} weights */
const encoderOf = ({ levels, dimension, layers, attention, output }, options = {}) =>
  createInt16Encoder(
    new WebAssembly.Module(kernelBytes()),
    {
      words: levelVectors(levels, dimension),
      layers: layers.map(({ units, directions: [forward, backward] }) => ({ units, forward, backward })),
      head: { kind: 'attention', kernel: attention.kernel, bias: attention.bias, score: attention.query, output },
    },
    options,
  );

/** Words of no text: reading them all drives whatever was kept out of a cache of half their number. */
const OTHERS = 1024;

/** @param {import('../weights.mjs').Weights} weights @param {number} bytes of a kept word */
const forgetful = (weights, bytes) => {
  const { levels, dimension } = weights;
  const count = levels.bytes.length / dimension;
  const more = new Uint8Array((count + OTHERS) * dimension);
  more.set(levels.bytes);
  more.copyWithin(count * dimension, 0, OTHERS * dimension);
  const encoder = encoderOf({ ...weights, levels: { ...levels, bytes: more } }, { cacheBytes: (OTHERS / 2) * bytes });
  const others = Int32Array.from({ length: OTHERS }, (_, n) => count + n);
  return { run: (ids) => encoder.run(ids).logits, forget: () => encoder.run(others) };
};

/**
 * Our int16 path, twice: its words seen before, and every word new.
 * @param {import('../weights.mjs').Weights} weights
 * @returns {import('../measure.mjs').Engine[]}
 */
export const oursInt16 = (weights) => {
  const seen = encoderOf(weights);
  // One float32 for each of four gates of both directions' units, and what the cache adds.
  const fresh = forgetful(weights, 4 * 4 * 2 * weights.layers[0].units + 64);
  return [
    { name: 'Saliency int16, words seen', peak: 'int16', keepsWords: true, run: (ids) => seen.run(ids).logits },
    {
      name: 'Saliency int16, words new',
      peak: 'int16',
      before: fresh.forget,
      run: fresh.run,
    },
  ];
};
