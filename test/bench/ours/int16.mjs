import { createInt16Encoder } from '../../../src/kernels/inference/int16/encoder';
import { levelVectors } from '../../../src/kernels/inference/int16/weights';
import { kernelBytes } from './backend.mjs';

/** @param {import('../weights.mjs').Weights} weights */
const encoderOf = ({ levels, dimension, layers, attention, output }) =>
  createInt16Encoder(new WebAssembly.Module(kernelBytes()), {
    words: levelVectors(levels, dimension),
    layers: layers.map(({ units, directions: [forward, backward] }) => ({ units, forward, backward })),
    head: { kind: 'attention', kernel: attention.kernel, bias: attention.bias, score: attention.query, output },
  });

/**
 * Our int16 path, twice: its words seen before, and every word new.
 * @param {import('../weights.mjs').Weights} weights
 * @returns {import('../measure.mjs').Engine[]}
 */
export const oursInt16 = (weights) => {
  const seen = encoderOf(weights);
  const fresh = encoderOf(weights);
  return [
    { name: 'Saliency int16, words seen', peak: 'int16', keepsWords: true, run: (ids) => seen.run(ids).logits },
    {
      name: 'Saliency int16, words new',
      peak: 'int16',
      before: () => fresh.forgetWords(),
      run: (ids) => fresh.run(ids).logits,
    },
  ];
};
