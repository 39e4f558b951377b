import { parentPort } from 'node:worker_threads';
import type { Port } from '../../shared/rpc/port';

/** The message port from this thread to the one that started it. */
export function threadPort(): Port {
  const port = parentPort;
  if (!port) throw new Error('This script runs as a worker thread only.');
  return {
    post: (message, transfer) => port.postMessage(message, transfer),
    listen: (onMessage) => port.on('message', onMessage),
  };
}
