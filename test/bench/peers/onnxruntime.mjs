import { onnxModel } from '../onnx/model.mjs';

const engine = async (name, runtime, bytes, options) => {
  const session = await runtime.InferenceSession.create(bytes, options);
  return {
    name,
    run: async (ids) => {
      const { logits } = await session.run({ ids: new runtime.Tensor('int32', ids, [1, ids.length]) });
      return logits.data;
    },
  };
};

/** An engine that is not installed, or not for this machine, is left out with a word. */
const unless = async (name, make) => {
  try {
    return [await make()];
  } catch (error) {
    console.error(`Without ${name}: ${error.message.split('\n')[0]}`);
    return [];
  }
};

/**
 * onnxruntime in WebAssembly and native, one thread each, on an ONNX file of the same weights.
 * @param {import('../weights.mjs').Weights} weights
 * @returns {Promise<import('../measure.mjs').Engine[]>}
 */
export const onnxruntimes = async (weights) => {
  const bytes = onnxModel(weights);
  const web = await unless('onnxruntime-web', async () => {
    const runtime = await import('onnxruntime-web');
    runtime.env.wasm.numThreads = 1;
    return engine('onnxruntime-web, wasm, 1 thread', runtime, bytes, { executionProviders: ['wasm'] });
  });
  const native = await unless('onnxruntime-node', async () => {
    const runtime = await import('onnxruntime-node');
    return engine('onnxruntime-node, native, 1 thread', runtime, bytes, { intraOpNumThreads: 1, interOpNumThreads: 1 });
  });
  return [...web, ...native];
};
