import { copyToMove } from '../../shared/rpc/moving';
import type { StartWorker } from '../../shared/rpc/one-worker';
import { remoteOf, signalIn } from '../../shared/rpc/remote';
import { SerialQueue } from '../../shared/rpc/serial-queue';
import { WorkerLine } from '../../shared/rpc/worker-line';
import { SaliencyError } from '../../shared/saliency-error';
import type { Files } from '../../shared/protocol/explainer';
import type { EngineHost, WatchedExplainer } from './engine-host';

export interface WorkerOptions {
  /** A worker whose memory a very long text made larger than this is replaced: WebAssembly memory never shrinks. */
  readonly mostWasmBytes?: number;
}

/** An explainer in a worker. */
export interface WorkerExplainer extends WatchedExplainer {
  /** Ends the worker whatever it is doing, as a crash would; the next call starts a new one. */
  restart(): Promise<void>;
}

const CLOSED = 'The explainer was closed.';
const MOST_WASM_BYTES = 256 * 2 ** 20;

/**
 * Explains in a worker, which is started by the first call; each method of the interface is a call to it, one at a
 * time. If a worker crashes, its current call fails (`SaliencyError`, `worker-crashed`); waiting and later calls get a
 * new worker.
 */
export function explainInWorker(start: StartWorker, files: Files, options: WorkerOptions = {}): WorkerExplainer {
  const { mostWasmBytes = MOST_WASM_BYTES } = options;
  const queue = new SerialQueue();
  let wasmBytes = 0;
  let isClosed = false;

  const host: EngineHost = {
    read: async (path) => copyToMove(await files.read(path)),
    grew: (bytes) => Promise.resolve(void (wasmBytes = bytes)),
  };
  const served = () => {
    wasmBytes = 0;
    return host;
  };
  const line = new WorkerLine<WatchedExplainer>({ start, served, does: 'explaining', advice: 'Please try again.' });

  async function answer(name: string, args: readonly unknown[]): Promise<unknown> {
    if (isClosed) throw new SaliencyError(CLOSED, 'closed');
    try {
      const reply = await line.call(name, args);
      if (wasmBytes > mostWasmBytes) await line.end('It used too much memory.');
      return reply;
    } catch (error) {
      if (isClosed) throw new SaliencyError(CLOSED, 'closed');
      // After an unexpected error the worker's memory may be damaged.
      if (error instanceof SaliencyError && error.code === 'internal') await line.end(error.message);
      throw error;
    }
  }

  return remoteOf<WorkerExplainer>((name, args) => queue.run(() => answer(name, args), signalIn(args)), {
    restart: () => line.end('It was restarted.'),
    dispose() {
      isClosed = true;
      return line.end(CLOSED);
    },
  });
}
