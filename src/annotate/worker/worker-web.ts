import { startWebWorker } from '../../engine/worker/web-worker';
import { explainInWorker } from '../../engine/worker/worker-explainer';
import { scopePort } from '../../engine/worker/scope-port';
import { RelayedDisk } from './relayed-disk';
import { serveAnnotator } from './serve-annotator';

serveAnnotator(scopePort(), {
  disk: (host) => new RelayedDisk(host),
  explainer: (files) =>
    explainInWorker(async () => startWebWorker(new Uint8Array(await files.read('dist/web/worker.js'))), files),
});
