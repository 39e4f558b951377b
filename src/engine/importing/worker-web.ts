import { scopePort } from '../worker/scope-port';
import { serveImporter } from './serve-importer';

serveImporter(scopePort());
