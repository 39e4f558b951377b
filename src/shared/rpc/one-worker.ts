import { Connection } from './connection';
import { failureOf } from './failure';
import type { Message } from './messages';
import type { WorkerHandle } from './port';

/** Starts a worker that serves the other end. */
export type StartWorker = () => WorkerHandle | Promise<WorkerHandle>;

interface OneWorkerOptions {
  readonly served: object;
  /** Called once, when it is of no use any more. */
  over(): void;
  crashed(reason: string): Error;
  unstarted(reason: string): Error;
}

/** One worker, from its start to its end. What is sent before it is up waits here. */
export class OneWorker<Remote extends object> {
  readonly connection: Connection<Remote>;
  private early: (readonly [Message, ArrayBuffer[] | undefined])[] = [];
  private handle?: WorkerHandle;
  private isOver = false;

  constructor(
    start: StartWorker,
    private readonly options: OneWorkerOptions,
  ) {
    this.connection = new Connection((message, transfer) => this.post(message, transfer));
    this.connection.serve(options.served);
    void this.begin(start);
  }

  /** Calls under way reject with this error. One that is still starting is ended when it is up, which is not waited for. */
  async end(error: Error): Promise<void> {
    this.close(error);
    await this.handle?.terminate();
  }

  private async begin(start: StartWorker): Promise<void> {
    try {
      const handle = (this.handle = await start());
      if (this.isOver) return await handle.terminate();
      handle.listen((message) => this.connection.receive(message));
      handle.onCrash((reason) => void this.end(this.options.crashed(reason)));
      this.sendEarly();
    } catch (error) {
      this.close(this.options.unstarted(error instanceof Error ? error.message : String(error)));
    }
  }

  private sendEarly(): void {
    const { early } = this;
    this.early = [];
    for (const [message, transfer] of early) {
      try {
        this.post(message, transfer);
      } catch (error) {
        // Its arguments cannot travel: that is about this one call.
        this.connection.receive({ type: 'failure', id: message.id, failure: failureOf(error) });
      }
    }
  }

  private post(message: Message, transfer?: ArrayBuffer[]): void {
    if (this.isOver) return;
    if (this.handle) this.handle.post(message, transfer);
    else this.early.push([message, transfer]);
  }

  private close(error: Error): void {
    if (this.isOver) return;
    this.isOver = true;
    this.options.over();
    this.connection.end(error);
  }
}
