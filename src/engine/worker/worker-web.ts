import { readNetworkPart } from './read-network-part';
import { scopePort } from './scope-port';
import { serveWorker } from './serve-worker';

serveWorker(scopePort(), readNetworkPart);
