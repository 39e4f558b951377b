import { startedNetworks } from '../../engine/local/backend';
import { importNetworkPart } from '../../engine/local/import-network-part';
import { startNodeWorker } from '../../engine/worker/node-worker';
import { threadPort } from '../../engine/worker/thread-port';
import { startGradientWorker } from '../../engine/fine-tuning/gradient-worker';
import type { RunningGradientWorker } from '../../training/fit/parallel/gradient-worker';
import { serveGradientWorker } from '../../training/fit/parallel/serve-gradient-worker';
import { resources } from './resources';

/** The `workerData` of a thread that is a gradient worker in training. */
export const GRADIENT_WORKER = 'saliency-train-partner';

/** Starts this command's script as a thread that computes a part of each batch. */
export function startGradientWorkerThread(): RunningGradientWorker {
  return startGradientWorker(() => startNodeWorker(new URL(import.meta.url), { workerData: GRADIENT_WORKER }));
}

/** The thread's side. */
export async function serveGradientWorkerThread(): Promise<void> {
  const port = threadPort();
  // Messages are queued until a listener is added.
  await startedNetworks(resources(), importNetworkPart);
  serveGradientWorker(port);
}
