import { importNetworkPart } from '../local/import-network-part';
import { scopePort } from '../worker/scope-port';
import { serveTeacher } from './serve-teacher';

// One thread: a worker of a page may start no other from its own bytes everywhere.
serveTeacher(scopePort(), (host) => ({ files: host, store: host, load: importNetworkPart }));
