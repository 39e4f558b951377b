import {
  env,
  getGradient,
  getKernel,
  registerGradient,
  registerKernel,
  setBackend,
  unregisterGradient,
  unregisterKernel,
  type GradConfig,
  type KernelConfig,
} from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm/dist/base';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm/dist/backend_wasm';
import { adamConfig } from './adam';
import { concatConfig } from './concat';
import { conv1dGradient } from './conv1d';
import { conv1dGradConfig } from './conv1d-gradient';
import { conv1dConfig } from './conv1d-kernel';
import { decodeConfig } from './decode';
import { gatherConfig, gatherGradient, segmentSumConfig } from './embedding';
import { attachKernels } from './heap';
import { gruGradConfig, gruGradient } from './gru-gradient';
import { gruConfig } from './gru-kernel';
import { identityConfig } from './identity';
import { damagedModule } from '../inference/damaged-module';
import { rememberListeners } from './listeners';
import { lstmGradConfig, lstmGradient } from './lstm-gradient';
import { lstmConfig } from './lstm-kernel';
import { matMulConfig } from './matmul';
import { maxPoolConfig, maxPoolGradConfig, maxPoolGradient } from './max-pool';
import { depthwiseConfig, depthwiseGradConfig, depthwiseGradient } from './separable-conv1d';
import { addRowsConfig, usedRowsConfig } from './row-gradients';
import { recurrenceGradConfig, recurrenceGradient } from './simple-rnn-gradient';
import { recurrenceConfig } from './simple-rnn-kernel';
import { sliceConfig, sliceGradConfig, sliceGradient, splitConfig, unpackConfig } from './slice';
import { sparseProductConfig, sparseProductGradConfig, sparseProductGradient } from './sparse-product';
import { stockGradients } from './stock-gradients';
import { stockKernels } from './stock-kernels';
import { tanhConfig, tanhGradConfig, tanhGradient } from './tanh';

/** The two WebAssembly modules; nothing is fetched, and no path is resolved. */
export interface BackendModules {
  /** The bytes of `tfjs-backend-wasm-simd.wasm` of tfjs 4.22.0. */
  readonly tfjs: Uint8Array;
  /** Our kernels, compiled: see `startKernels`. */
  readonly kernels: WebAssembly.Module;
}

const TFJS = 'tfjs-backend-wasm-simd.wasm';

const ourKernels: readonly KernelConfig[] = [
  matMulConfig,
  identityConfig,
  sliceConfig,
  splitConfig,
  unpackConfig,
  sliceGradConfig,
  concatConfig,
  tanhConfig,
  tanhGradConfig,
  gatherConfig,
  segmentSumConfig,
  lstmConfig,
  lstmGradConfig,
  recurrenceConfig,
  recurrenceGradConfig,
  gruConfig,
  gruGradConfig,
  conv1dConfig,
  conv1dGradConfig,
  depthwiseConfig,
  depthwiseGradConfig,
  maxPoolConfig,
  maxPoolGradConfig,
  sparseProductConfig,
  sparseProductGradConfig,
  adamConfig,
  decodeConfig,
  usedRowsConfig,
  addRowsConfig,
];
const ourGradients: readonly GradConfig[] = [
  lstmGradient,
  gatherGradient,
  sliceGradient,
  tanhGradient,
  recurrenceGradient,
  gruGradient,
  conv1dGradient,
  depthwiseGradient,
  maxPoolGradient,
  sparseProductGradient,
];

let started: Promise<void> | undefined;

/**
 * Starts tfjs on WebAssembly (SIMD, one thread) with our kernels and the gradients, in Node and in web workers alike.
 * Calls after the first wait for it and do nothing more; after a failure the next call tries again.
 *
 * Throws an `Error` where the bytes are no WebAssembly module or SIMD is missing.
 */
export function startBackend(modules: BackendModules): Promise<void> {
  started ??= start(modules).catch((error: unknown) => {
    started = undefined;
    throw error;
  });
  return started;
}

async function start({ tfjs, kernels }: BackendModules): Promise<void> {
  if (!WebAssembly.validate(tfjs as Uint8Array<ArrayBuffer>)) throw new Error(damagedModule(TFJS));
  register();
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  await env().getAsync('WASM_HAS_SIMD_SUPPORT');
  await startWasm(tfjs);
  await attachKernels(kernels);
}

/** Our gradients replace existing ones; those of tfjs are added where there is none. */
function register(): void {
  for (const config of ourKernels) {
    if (getKernel(config.kernelName, 'wasm')) unregisterKernel(config.kernelName, 'wasm');
    registerKernel(config);
  }
  for (const config of ourGradients) {
    if (getGradient(config.kernelName)) unregisterGradient(config.kernelName);
    registerGradient(config);
  }
  for (const config of stockKernels) if (!getKernel(config.kernelName, 'wasm')) registerKernel(config);
  for (const config of stockGradients) if (!getGradient(config.kernelName)) registerGradient(config);
}

/** tfjs asks its platform to fetch the module; meanwhile the platform's `fetch` answers with the given bytes. */
async function startWasm(tfjs: Uint8Array): Promise<void> {
  setWasmPaths({ 'tfjs-backend-wasm.wasm': TFJS, [TFJS]: TFJS, 'tfjs-backend-wasm-threaded-simd.wasm': TFJS }, true);
  const removeListeners = rememberListeners();
  const platform = env().platform;
  const bytes = new Uint8Array(tfjs);
  env().platform = Object.assign(Object.create(platform) as typeof platform, {
    fetch: () => {
      removeListeners();
      return Promise.resolve({ ok: true, arrayBuffer: () => Promise.resolve(bytes.buffer) } as Response);
    },
  });
  try {
    if (!(await setBackend('wasm'))) throw new Error('The WebAssembly backend of tfjs did not start.');
  } finally {
    env().platform = platform;
    removeListeners();
  }
}
