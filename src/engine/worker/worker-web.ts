import { readParts } from './read-parts';
import { scopePort } from './scope-port';
import { serveWorker } from './serve-worker';

serveWorker(scopePort(), readParts);
