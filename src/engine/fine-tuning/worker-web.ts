import { importNetworkPart } from '../local/import-network-part';
import { scopePort } from '../worker/scope-port';
import { serveFineTuner } from './serve-fine-tuner';

// One thread: a worker of a page may start no other from its own bytes everywhere.
serveFineTuner(scopePort(), (host) => ({ files: host, store: host, load: importNetworkPart }));
