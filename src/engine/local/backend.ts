import { startInference } from '../../model/inference/start';
import type { NetworkPart, TensorMemory } from '../../model/inference/network-part';
import { SaliencyError } from '../../shared/saliency-error';
import type { Files } from '../../shared/protocol/explainer';
import { KERNELS, TFJS } from '../installation';

/** Loads the part of the program that runs on tfjs. Most texts are read and explained without. */
export type LoadNetworkPart = (files: Files) => Promise<NetworkPart>;

let kernels: Promise<WebAssembly.Module> | undefined;
let networks: Promise<NetworkPart> | undefined;
let started: NetworkPart | undefined;

/**
 * Compiles the kernels, once a process or worker, whoever asks; after a failure the next one tries again. All that reads
 * texts without tfjs needs no more: a tenth of the work, and no memory of tfjs's.
 * @throws SaliencyError `damaged-installation`
 */
export function startedKernels(files: Files): Promise<WebAssembly.Module> {
  kernels ??= files
    .read(KERNELS)
    .then(startInference)
    .catch((error: unknown) => {
      kernels = undefined;
      throw unusable(error);
    });
  return kernels;
}

/**
 * Loads and starts what runs networks on tfjs, once a process or worker; after a failure the next one tries again.
 * @throws SaliencyError `damaged-installation`
 */
export function startedNetworks(files: Files, load: LoadNetworkPart): Promise<NetworkPart> {
  networks ??= start(files, load).catch((error: unknown) => {
    networks = undefined;
    throw unusable(error);
  });
  return networks;
}

/** What tensors take up; nothing before tfjs is started. */
export const startedTensorMemory = (): TensorMemory => started?.tensorMemory() ?? { tensors: 0, wasmBytes: 0 };

async function start(files: Files, load: LoadNetworkPart): Promise<NetworkPart> {
  const [part, tfjs, compiled] = await Promise.all([load(files), files.read(TFJS), startedKernels(files)]);
  await part.startTensors({ tfjs, kernels: compiled });
  started = part;
  return part;
}

/** What a part that cannot be loaded or started is to a person. */
export function unusable(error: unknown): SaliencyError {
  if (error instanceof SaliencyError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new SaliencyError(
    `The part that computes did not start: ${reason} Install Saliency again.`,
    'damaged-installation',
    { reason },
  );
}
