import { Worker, type WorkerOptions } from 'node:worker_threads';
import type { WorkerHandle } from '../../shared/rpc/port';

/** Little memory for young objects: an explanation leaves little garbage, and V8 would let 48 MB of it pile up. */
const SMALL: WorkerOptions = { resourceLimits: { maxYoungGenerationSizeMb: 16 } };

/** Starts the bundle of any worker of ours as a thread. It does not keep a process alive that has nothing else to do. */
export function startNodeWorker(script: string | URL, options: WorkerOptions = SMALL): WorkerHandle {
  const worker = new Worker(script, { execArgv: [], ...options });
  let ended = false;
  return {
    post: (message, transfer) => worker.postMessage(message, transfer),
    listen: (onMessage) => worker.on('message', onMessage),
    onCrash(crashed) {
      const report = (reason: string) => {
        if (!ended) crashed(reason);
        ended = true;
      };
      worker.on('error', (error) => report(sentence(error)));
      worker.on('exit', (code) => report(`It ended with exit status ${code}.`));
    },
    async terminate() {
      ended = true;
      await worker.terminate();
    },
  };
}

function sentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
