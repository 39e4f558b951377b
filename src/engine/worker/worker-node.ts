import { importParts } from '../local/import-parts';
import { serveWorker } from './serve-worker';
import { threadPort } from './thread-port';

serveWorker(threadPort(), importParts);
