import type { FromWorker, ToWorker } from './worker-messages';
import { serveWorker } from './serve-worker';

/** The part of a dedicated worker's global scope that is used; the DOM's types know only a page's. */
interface WorkerScope {
  postMessage(message: FromWorker, transfer?: ArrayBuffer[]): void;
  addEventListener(type: 'message', listener: (event: { data: ToWorker }) => void): void;
}

const scope = globalThis as unknown as WorkerScope;

serveWorker({
  post: (message, transfer) => scope.postMessage(message, transfer),
  listen: (onMessage) => scope.addEventListener('message', ({ data }) => onMessage(data)),
});
