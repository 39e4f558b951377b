import { setPriority } from 'node:os';
import { dirname } from 'node:path';
import { workerData } from 'node:worker_threads';
import type { Files } from '../../shared/protocol/explainer';
import type { FineTuningEnvironment } from '../../training/fine-tuning/environment';
import { serveGradientWorker } from '../../training/fit/parallel/serve-gradient-worker';
import type { FineTunerHost } from '../../training/fine-tuning/fine-tuner';
import { startedNetworks } from '../local/backend';
import { importNetworkPart } from '../local/import-network-part';
import { nodeFiles } from '../node-files';
import { startNodeWorker } from '../worker/node-worker';
import { threadPort } from '../worker/thread-port';
import { nodeStore } from './node-store';
import { GRADIENT_WORKER, startGradientWorker } from './gradient-worker';
import { serveFineTuner } from './serve-fine-tuner';

/** The extension's own files lie beside this script. */
const INSTALLATION = nodeFiles(dirname(__dirname));

/**
 * Lowers the priority of this thread, so that the editor stays quick. Only on Linux, where a thread has a priority of
 * its own; elsewhere this would slow the whole process.
 */
function stepBack(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(10);
  } catch {
    // A container may forbid it; the training runs all the same.
  }
}

/** Only the host knows the person's models. */
const ownFirst = (host: Files): Files => ({
  read: (path) => (path.startsWith('own-models/') ? host : INSTALLATION).read(path),
});

const either = (host: FineTunerHost): FineTuningEnvironment['store'] => {
  const of = (address: string): FineTuningEnvironment['store'] => (address.startsWith('file:') ? nodeStore : host);
  return {
    load: (address) => of(address).load(address),
    save: (address, bytes) => of(address).save(address, bytes),
    remove: (address) => of(address).remove(address),
    move: (from, to) => of(from).move(from, to),
  };
};

async function startGradientWorkerThread(): Promise<void> {
  const port = threadPort();
  // Messages are queued until a listener is added.
  await startedNetworks(INSTALLATION, importNetworkPart);
  serveGradientWorker(port);
}

stepBack();
if (workerData === GRADIENT_WORKER) void startGradientWorkerThread();
else {
  serveFineTuner(threadPort(), (host) => ({
    files: ownFirst(host),
    store: either(host),
    load: importNetworkPart,
    startGradientWorker: () => startGradientWorker(() => startNodeWorker(__filename, { workerData: GRADIENT_WORKER })),
    memory: () => process.memoryUsage.rss(),
  }));
}
