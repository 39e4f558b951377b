import { serveWorker } from './serve-worker';
import { threadPort } from './thread-port';

serveWorker(threadPort());
