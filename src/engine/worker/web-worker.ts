import type { Message } from '../../shared/rpc/messages';
import type { WorkerHandle } from '../../shared/rpc/port';

/** Starts the bundle of any worker of ours from its bytes: an extension's own files have no address that a page may run. */
export function startWebWorker(script: Uint8Array<ArrayBuffer>): WorkerHandle {
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(address, { name: 'saliency' });
  return {
    post: (message, transfer = []) => worker.postMessage(message, transfer),
    listen: (onMessage) => worker.addEventListener('message', ({ data }) => onMessage(data as Message)),
    onCrash(crashed) {
      worker.addEventListener('error', ({ message }) => crashed(`${message || 'It could not be started'}.`), {
        once: true,
      });
    },
    terminate() {
      worker.terminate();
      URL.revokeObjectURL(address);
      return Promise.resolve();
    },
  };
}
