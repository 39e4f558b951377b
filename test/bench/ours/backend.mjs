import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startKernels } from '../../../src/kernels/inference/kernel-module';
import { startTensors } from '../../../src/model/network/tensors';

/** Our kernels' bytes, as run.mjs built them beside this bundle. */
export const kernelBytes = () => readFileSync(join(__dirname, 'kernels.wasm'));

const TFJS = '../../../node_modules/@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm';

/** The tfjs backend that all tfjs engines here run on, ours among them: SIMD, one thread. */
export const startTfjs = async () =>
  startTensors({ tfjs: readFileSync(join(__dirname, TFJS)), kernels: await startKernels(kernelBytes()) });
