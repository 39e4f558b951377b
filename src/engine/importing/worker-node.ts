import { threadPort } from '../worker/thread-port';
import { serveImporter } from './serve-importer';

serveImporter(threadPort());
