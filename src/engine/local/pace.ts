import type { YieldPoint } from '../../explain/yield-point';

/** Longer than this no piece of work keeps the thread to itself, in milliseconds. */
const TURN = 10;

/**
 * Steps of long work in this thread: after each turn of some milliseconds messages and other tasks come in, which may
 * be an abort; then the step rejects with the signal's reason and the work ends there.
 */
export function paced(signal?: AbortSignal): YieldPoint {
  let until = performance.now() + TURN;
  return async () => {
    signal?.throwIfAborted();
    if (performance.now() < until) return;
    await nextTask();
    signal?.throwIfAborted();
    until = performance.now() + TURN;
  };
}

/** Resolves when all waiting tasks had a turn. Not by a timer, which browsers delay, nor by a promise, which lets no task run. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') {
      setImmediate(resolve);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
