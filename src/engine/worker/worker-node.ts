import { importNetworkPart } from '../local/import-network-part';
import { serveWorker } from './serve-worker';
import { threadPort } from './thread-port';

serveWorker(threadPort(), importNetworkPart);
