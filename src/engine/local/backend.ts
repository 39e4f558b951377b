import { startReading, startTensors, TensorsNeeded } from '../../model/network/tensors';
import { SaliencyError } from '../../shared/saliency-error';
import type { Files } from '../../shared/protocol/explainer';
import { KERNELS, TFJS } from '../installation';
import { loadTensorPart } from './tensor-part';

let kernels: Promise<Uint8Array> | undefined;
let reading: Promise<void> | undefined;
let starting: Promise<void> | undefined;

/**
 * Starts tfjs with our kernels, once a process or worker, whoever asks; after a failure the next one tries again.
 * @throws SaliencyError `damaged-installation`
 */
export function startedBackend(files: Files): Promise<void> {
  starting ??= start(files).catch((error: unknown) => {
    starting = undefined;
    throw unusable(error);
  });
  return starting;
}

/**
 * Starts what reads texts in int16 and no more: a tenth of the work, and no memory of tfjs's. See `withTensors`.
 * @throws SaliencyError `damaged-installation`
 */
export function startedReading(files: Files): Promise<void> {
  reading ??= kernelBytes(files)
    .then(startReading)
    .catch((error: unknown) => {
      reading = kernels = undefined;
      throw unusable(error);
    });
  return reading;
}

/** Runs a task; where it turns out to need a float32 network, starts tfjs and runs it again. */
export async function withTensors<T>(files: Files, task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    if (!(error instanceof TensorsNeeded)) throw error;
    await startedBackend(files);
    return task();
  }
}

/** Read once: both parts run the same kernels. */
function kernelBytes(files: Files): Promise<Uint8Array> {
  kernels ??= files.read(KERNELS);
  return kernels;
}

async function start(files: Files): Promise<void> {
  const [tfjs] = await Promise.all([files.read(TFJS), startedReading(files), loadTensorPart(files)]);
  await startTensors({ tfjs, kernels: await kernelBytes(files) });
}

function unusable(error: unknown): SaliencyError {
  if (error instanceof SaliencyError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new SaliencyError(
    `The part that computes did not start: ${reason} Install Saliency again.`,
    'damaged-installation',
    { reason },
  );
}
