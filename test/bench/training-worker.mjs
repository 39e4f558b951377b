// The other cores of measureTrainingOn: a thread that computes a part of each batch.
import { threadPort } from '../../src/engine/worker/thread-port';
import { servePartner } from '../../src/training/fit/parallel/serve-partner';
import { startTfjs } from './ours/backend.mjs';

const main = async () => {
  const port = threadPort();
  await startTfjs();
  servePartner(port);
};

void main();
