import { copyToMove } from '../../shared/rpc/moving';
import type { StartWorker } from '../../shared/rpc/one-worker';
import { remoteOf } from '../../shared/rpc/remote';
import { WorkerLine } from '../../shared/rpc/worker-line';
import type { Importer, ImporterHost } from './importer';

/** Imports in a worker, which the first call starts and `dispose` ends: reading HDF5 takes a while, and its code is large. */
export function importInWorker(start: StartWorker, host: ImporterHost): Importer {
  const served: ImporterHost = { readBeside: async (path) => copyToMove(await host.readBeside(path)) };
  const line = new WorkerLine<Importer>({
    start,
    served: () => served,
    does: 'importing',
    advice: 'Please try again.',
  });
  return remoteOf<Importer>((name, args) => line.call(name, args), {
    dispose: () => line.end('It was closed.'),
  });
}
