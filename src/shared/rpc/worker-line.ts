import { SaliencyError } from '../saliency-error';
import { OneWorker, type StartWorker } from './one-worker';
import { remoteOf } from './remote';

export interface WorkerLineOptions {
  readonly start: StartWorker;
  /** What the worker may call, made again for each worker. */
  readonly served: () => object;
  /** What the worker does, for people: `explaining`. */
  readonly does: string;
  /** What to do when it stopped, for people. */
  readonly advice?: string;
}

/**
 * A line to a worker, which the first call starts; after its end the next call starts another. A worker that dies takes
 * the calls it was at with it: they reject with `worker-crashed`.
 */
export class WorkerLine<Remote extends object> {
  /** The worker. */
  readonly remote: Remote = remoteOf<Remote>((name, args) => this.call(name, args));
  private current?: OneWorker<Remote>;

  constructor(private readonly options: WorkerLineOptions) {}

  call(name: string, args: readonly unknown[]): Promise<unknown> {
    this.current ??= this.started();
    return this.current.connection.call(name, args);
  }

  /** Ends the worker, whatever it is doing, as a crash would. */
  async end(reason: string): Promise<void> {
    await this.current?.end(this.stopped(reason));
  }

  private started(): OneWorker<Remote> {
    const { start, served } = this.options;
    const worker = new OneWorker<Remote>(start, {
      served: served(),
      over: () => {
        if (this.current === worker) this.current = undefined;
      },
      crashed: (reason) => this.stopped(reason),
      unstarted: (reason) => this.crash(`could not be started: ${reason}`, reason),
    });
    return worker;
  }

  private stopped(reason: string): SaliencyError {
    const { advice } = this.options;
    return this.crash(`stopped: ${reason}${advice ? ` ${advice}` : ''}`, reason);
  }

  private crash(what: string, reason: string): SaliencyError {
    return new SaliencyError(`The ${this.options.does} worker ${what}`, 'worker-crashed', { reason });
  }
}
