import { copyToMove } from '../../shared/rpc/moving';
import type { StartWorker } from '../../shared/rpc/one-worker';
import { remoteOf } from '../../shared/rpc/remote';
import { WorkerLine } from '../../shared/rpc/worker-line';
import type { FineTuner, FineTunerHost } from '../../training/fine-tuning/fine-tuner';

/**
 * Fine-tunes in a worker, which the first call starts. If the worker crashes, its run fails (`worker-crashed`); the
 * folder of the run keeps the last checkpoint, from which `resume` continues in a new worker.
 */
export function fineTuneInWorker(start: StartWorker, host: FineTunerHost): FineTuner {
  const served: FineTunerHost = {
    read: async (path) => copyToMove(await host.read(path)),
    load: async (address) => {
      const bytes = await host.load(address);
      return bytes && copyToMove(bytes);
    },
    save: (address, bytes) => host.save(address, bytes),
    remove: (address) => host.remove(address),
    move: (from, to) => host.move(from, to),
  };
  const line = new WorkerLine<FineTuner>({
    start,
    served: () => served,
    does: 'training',
    advice: 'Resume the training: what was learnt up to the last checkpoint is kept.',
  });
  return remoteOf<FineTuner>((name, args) => line.call(name, args), {
    dispose: () => line.end('It was closed.'),
  });
}
