import { parentPort } from 'node:worker_threads';
import { serveWorker } from './serve-worker';

if (!parentPort) throw new Error('This script runs as a worker thread only.');
const port = parentPort;

serveWorker({
  post: (message, transfer) => port.postMessage(message, transfer),
  listen: (onMessage) => port.on('message', onMessage),
});
