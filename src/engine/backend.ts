import { startTensors, tensorMemory, type TensorMemory } from '../model/tensors';
import { SaliencyError } from '../text/saliency-error';
import type { Files } from './explainer';

const TFJS = 'dist/tfjs-backend-wasm-simd.wasm';
const KERNELS = 'dist/kernels.wasm';

let starting: Promise<void> | undefined;
let running = false;

/**
 * Starts tfjs with our kernels, once a process or worker, whoever asks; after a failure the next one tries again.
 * @throws SaliencyError `damaged-installation`
 */
export function startedBackend(files: Files): Promise<void> {
  starting ??= start(files);
  return starting;
}

/** What tensors take up; nothing before the start. */
export function backendMemory(): TensorMemory {
  return running ? tensorMemory() : { tensors: 0, wasmBytes: 0 };
}

async function start(files: Files): Promise<void> {
  try {
    const [tfjs, kernels] = await Promise.all([files.read(TFJS), files.read(KERNELS)]);
    await startTensors({ tfjs, kernels });
    running = true;
  } catch (error) {
    starting = undefined;
    const reason = error instanceof Error ? error.message : String(error);
    const advice = 'Install Saliency again.';
    throw new SaliencyError(`The part that computes did not start: ${reason} ${advice}`, 'damaged-installation', {
      reason,
    });
  }
}
