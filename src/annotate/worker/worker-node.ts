import { dirname, join } from 'node:path';
import type { Files } from '../../shared/protocol/explainer';
import { nodeFiles } from '../../engine/node-files';
import { startNodeWorker } from '../../engine/worker/node-worker';
import { threadPort } from '../../engine/worker/thread-port';
import { explainInWorker } from '../../engine/worker/worker-explainer';
import { NodeColumnCache } from '../node/column-cache';
import { NodeDisk } from '../node/node-disk';
import { localOrRelayed } from './either-disk';
import { RelayedDisk } from './relayed-disk';
import { serveAnnotator } from './serve-annotator';

serveAnnotator(threadPort(), {
  // Files of this machine are read and written here; for all others the host is asked.
  disk: (host) => localOrRelayed(new NodeDisk(), new RelayedDisk(host)),
  files: ownFirst,
  kept: (host) => new NodeColumnCache(() => host.scratch(), __filename),
  explainer: (files) => explainInWorker(() => startNodeWorker(join(__dirname, 'worker.cjs')), ownFirst(files)),
});

/** The extension's own files lie beside this script, so the worker reads them itself. Only the host knows where the person's models are. */
function ownFirst(host: Files): Files {
  const own = nodeFiles(dirname(__dirname));
  return { read: (path) => (path.startsWith('own-models/') ? host : own).read(path) };
}
