import { startInference } from '../../model/inference/start';
import type { NetworkPart, TensorMemory } from '../../model/inference/network-part';
import { onceDone } from '../../shared/once';
import { SaliencyError } from '../../shared/saliency-error';
import type { Files } from '../../shared/protocol/explainer';
import { KERNELS, TFJS } from '../installation';

/** Loads the part of the program that runs on tfjs. Most texts are read and explained without. */
export type LoadNetworkPart = (files: Files) => Promise<NetworkPart>;

let started: NetworkPart | undefined;

/**
 * Compiles the kernels, once for each process or worker; after a failure the next call tries again. Reading texts
 * without tfjs needs nothing else: a tenth of the work, and none of tfjs's memory.
 * @throws SaliencyError `damaged-installation`
 */
export const startedKernels = onceDone((files: Files): Promise<WebAssembly.Module> =>
  files.read(KERNELS).then(startInference).catch(throwDamagedInstallation),
);

/**
 * Loads and starts the part that runs networks on tfjs, once for each process or worker; after a failure the next call
 * tries again.
 * @throws SaliencyError `damaged-installation`
 */
export const startedNetworks = onceDone((files: Files, load: LoadNetworkPart): Promise<NetworkPart> =>
  start(files, load).catch(throwDamagedInstallation),
);

/** How many tensors there are, and their memory; 0 before tfjs is started. */
export const startedTensorMemory = (): TensorMemory => started?.tensorMemory() ?? { tensors: 0, wasmBytes: 0 };

async function start(files: Files, load: LoadNetworkPart): Promise<NetworkPart> {
  const [part, tfjs, compiled] = await Promise.all([load(files), files.read(TFJS), startedKernels(files)]);
  await part.startTensors({ tfjs, kernels: compiled });
  started = part;
  return part;
}

/** @throws SaliencyError that says, in words for people, why a part cannot be loaded or started */
export function throwDamagedInstallation(error: unknown): never {
  if (error instanceof SaliencyError) throw error;
  const reason = error instanceof Error ? error.message : String(error);
  throw new SaliencyError(
    `The part that computes did not start: ${reason} Install Saliency again.`,
    'damaged-installation',
    { reason },
  );
}
