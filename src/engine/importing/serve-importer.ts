import { Connection } from '../../shared/rpc/connection';
import type { Port } from '../../shared/rpc/port';
import { internal } from '../internal-error';
import type { ImporterHost } from './importer';
import { LocalImporter } from './local-importer';

/** The inside of the importing worker. */
export function serveImporter(port: Port): void {
  const line = new Connection<ImporterHost>((message, transfer) => port.post(message, transfer));
  line.serve(new LocalImporter(line.remote), { unforeseen: internal });
  port.listen((message) => line.receive(message));
}
