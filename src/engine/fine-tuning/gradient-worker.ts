import { OneWorker, type StartWorker } from '../../shared/rpc/one-worker';
import {
  gradientWorkerEnded,
  type GradientWorker,
  type RunningGradientWorker,
} from '../../training/fit/parallel/gradient-worker';

/** The `workerData` of a thread of the fine-tuning worker that computes a part of each batch. */
export const GRADIENT_WORKER = 'saliency-gradient-worker';

/** A started thread as a gradient worker in training. */
export function startGradientWorker(start: StartWorker): RunningGradientWorker {
  const worker = new OneWorker<GradientWorker>(start, {
    served: {},
    over: () => undefined,
    crashed: gradientWorkerEnded,
    unstarted: gradientWorkerEnded,
  });
  return {
    gradientWorker: worker.connection.remote,
    close: () => worker.end(gradientWorkerEnded('Its work is done.')),
  };
}
