import { startWebWorker } from '../../engine/worker/web-worker';
import { WorkerExplainer } from '../../engine/worker/worker-explainer';
import type { FromAnnotator, ToAnnotator } from './messages';
import { RelayedDisk } from './relayed-disk';
import { serveAnnotator } from './serve-annotator';

/** The part of a dedicated worker's global scope that is used; the DOM's types know only a page's. */
interface WorkerScope {
  postMessage(message: FromAnnotator, transfer?: ArrayBuffer[]): void;
  addEventListener(type: 'message', listener: (event: { data: ToAnnotator }) => void): void;
}

const scope = globalThis as unknown as WorkerScope;

serveAnnotator(
  {
    post: (message, transfer) => scope.postMessage(message, transfer),
    listen: (onMessage) => scope.addEventListener('message', ({ data }) => onMessage(data)),
  },
  {
    disk: (host) => new RelayedDisk(host),
    explainer: (files) =>
      new WorkerExplainer(async () => startWebWorker(new Uint8Array(await files.read('dist/web/worker.js'))), files),
  },
);
