import { Connection } from '../../shared/rpc/connection';
import type { Port } from '../../shared/rpc/port';
import { internalError } from '../internal-error';
import type { ImporterHost } from './importer';
import { LocalImporter } from './local-importer';

/** The inside of the importing worker. */
export function serveImporter(port: Port): void {
  const line = new Connection<ImporterHost>((message, transfer) => port.post(message, transfer));
  line.serve(new LocalImporter(line.remote), { unforeseen: internalError });
  port.listen((message) => line.receive(message));
}
