import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** What run.mjs bundles layers-worker.mjs to. */
const SCRIPT = 'layers-worker.cjs';

/**
 * The network as a user of TensorFlow.js builds it, on the stock WebAssembly backend. A message there and back costs some 50 µs.
 * @param {import('../weights.mjs').Weights} weights
 * @returns {import('../measure.mjs').Engine}
 */
export const tfLayers = (weights) => {
  const worker = new Worker(join(__dirname, SCRIPT), { workerData: weights });
  const run = async (ids) => {
    const answer = once(worker, 'message');
    worker.postMessage(ids);
    return (await answer)[0];
  };
  return { name: 'tf.layers, wasm', peak: 'float32', run, close: () => worker.terminate() };
};
