import { startKernels } from '../../kernels/inference/kernel-module';

/**
 * Compiles the kernels of the forward pass; all that reads texts without TensorFlow.js needs no more.
 * @param bytes of `kernels.wasm`
 */
export const startInference = (bytes: Uint8Array): Promise<WebAssembly.Module> => startKernels(bytes);
