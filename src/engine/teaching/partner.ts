import { OneWorker, type StartWorker } from '../../shared/rpc/one-worker';
import { partnerEnded, type Partner, type RunningPartner } from '../../training/fit/parallel/partner';

/** The `workerData` of a thread of the teaching worker that computes a part of each batch. */
export const PARTNER = 'saliency-teach-partner';

/** A started thread as a partner in training. */
export function runningPartner(start: StartWorker): RunningPartner {
  const worker = new OneWorker<Partner>(start, {
    served: {},
    over: () => undefined,
    crashed: partnerEnded,
    unstarted: partnerEnded,
  });
  return {
    partner: worker.connection.remote,
    close: () => worker.end(partnerEnded('Its work is done.')),
  };
}
