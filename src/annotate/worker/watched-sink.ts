import type { Checkpoint } from '../checkpoint';
import type { ResumableSink } from './file-store';

/** Remembers the checkpoint after each piece that was written, so that no row is lost when the run is stopped. */
export class WatchedSink {
  private last?: Checkpoint;

  constructor(private readonly sink: ResumableSink) {}

  start(): Promise<Checkpoint | undefined> {
    return this.sink.start();
  }

  async write(text: string, checkpoint?: () => Checkpoint): Promise<void> {
    // When a write fails, it is not known how much was written: what the sink itself last reported counts then.
    this.last = undefined;
    const now = checkpoint?.();
    await this.sink.write(text, now && (() => now));
    this.last = now;
  }

  finish(): Promise<void> {
    this.last = undefined;
    return this.sink.finish();
  }

  stop(): Promise<void> {
    return this.sink.stop(this.last);
  }
}
