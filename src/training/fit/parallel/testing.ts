import { Connection } from '../../../shared/rpc/connection';
import type { Port } from '../../../shared/rpc/port';
import { joinedPorts } from '../../../shared/rpc/testing';
import type { GradientWorker, RunningGradientWorker } from './gradient-worker';
import { serveGradientWorker, type ServedGradientWorker } from './serve-gradient-worker';

export interface GradientWorkerHere extends RunningGradientWorker {
  readonly served: ServedGradientWorker;
}

/** A gradient worker in this thread; messages are copied as between threads. */
export function gradientWorkerHere(onPost: () => void = () => undefined): GradientWorkerHere {
  const [here, there] = joinedPorts();
  const served = serveGradientWorker(there);
  const post: Port['post'] = (message, transfer) => {
    onPost();
    here.post(message, transfer);
  };
  const line = new Connection<GradientWorker>(post);
  here.listen((message) => line.receive(message));
  return { served, gradientWorker: line.remote, close: () => Promise.resolve(served.dispose()) };
}
