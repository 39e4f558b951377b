import type { YieldPoint } from '../../explain/yield-point';

/** The longest time in milliseconds that work runs before other tasks get a turn. */
const TURN = 10;

/**
 * A yield point for long work in this thread: every few milliseconds it lets messages and other tasks run, among them
 * an abort; then it rejects with the signal's reason, which ends the work.
 */
export function timedYieldPoint(signal?: AbortSignal): YieldPoint {
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
