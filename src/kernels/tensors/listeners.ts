/** The part of Node's `process` that has listeners; absent in a browser. */
interface Emitter {
  listeners(event: string): ((...values: unknown[]) => void)[];
  removeListener(event: string, listener: (...values: unknown[]) => void): unknown;
}

const EVENTS = ['uncaughtException', 'unhandledRejection'];

/**
 * tfjs's wasm glue adds process-wide listeners that throw again whatever reaches them, which would end the process of
 * whoever loads us. Returns a function that removes every such listener added since.
 */
export function rememberListeners(): () => void {
  const emitter = (globalThis as { process?: Partial<Emitter> }).process;
  if (typeof emitter?.listeners !== 'function' || typeof emitter.removeListener !== 'function') return () => undefined;
  const { listeners, removeListener } = emitter as Emitter;
  const before = EVENTS.map((event) => new Set(listeners.call(emitter, event)));
  return () =>
    EVENTS.forEach((event, i) => {
      for (const listener of listeners.call(emitter, event)) {
        if (!before[i].has(listener)) removeListener.call(emitter, event, listener);
      }
    });
}
