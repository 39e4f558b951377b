// The other cores of measureTrainingOn: a thread that computes a part of each batch.
import { threadPort } from '../../src/engine/worker/thread-port';
import { serveGradientWorker } from '../../src/training/fit/parallel/serve-gradient-worker';
import { startTfjs } from './ours/backend.mjs';

const main = async () => {
  const port = threadPort();
  await startTfjs();
  serveGradientWorker(port);
};

void main();
