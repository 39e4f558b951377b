import { startedNetworks } from '../../engine/local/backend';
import { importNetworkPart } from '../../engine/local/import-network-part';
import { startNodeWorker } from '../../engine/worker/node-worker';
import { threadPort } from '../../engine/worker/thread-port';
import { runningPartner } from '../../engine/teaching/partner';
import type { RunningPartner } from '../../training/fit/parallel/partner';
import { servePartner } from '../../training/fit/parallel/serve-partner';
import { resources } from './resources';

/** The `workerData` of a thread that is a partner in training. */
export const PARTNER = 'saliency-train-partner';

/** Starts this command's script as a thread that computes a part of each batch. */
export function startPartnerThread(): RunningPartner {
  return runningPartner(() => startNodeWorker(new URL(import.meta.url), { workerData: PARTNER }));
}

/** The thread's side. */
export async function servePartnerThread(): Promise<void> {
  const port = threadPort();
  // Messages are queued until a listener is added.
  await startedNetworks(resources(), importNetworkPart);
  servePartner(port);
}
