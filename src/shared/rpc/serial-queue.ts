/**
 * Runs tasks one after the other, in the order in which they were asked for: tfjs computes synchronously, so more at a
 * time would gain nothing, and a call that still waits in the queue is cancelled at no cost.
 *
 * An abort rejects at once with the signal's reason: a waiting task is dropped, a running one continues to its end
 * unheard.
 */
export class SerialQueue {
  private last: Promise<void> = Promise.resolve();

  run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const abort = () => reject(signal?.reason);
      if (signal?.aborted) {
        abort();
        return;
      }
      signal?.addEventListener('abort', abort, { once: true });
      this.last = this.last.then(async () => {
        if (signal?.aborted) return;
        await task().then(resolve, reject);
        signal?.removeEventListener('abort', abort);
      });
    });
  }

  /** When everything asked for until now is through. */
  idle(): Promise<void> {
    return this.last;
  }
}
