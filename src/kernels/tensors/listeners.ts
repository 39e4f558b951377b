/** The part of Node's `process` that has listeners; absent in a browser. */
interface Emitter {
  listeners(event: string): ((...values: unknown[]) => void)[];
  removeListener(event: string, listener: (...values: unknown[]) => void): unknown;
}

const EVENTS = ['uncaughtException', 'unhandledRejection'];

/**
 * The wasm glue of tfjs adds process-wide listeners that throw every error again, which would end the process that loads us.
 * Returns a function that removes every such listener that was added since.
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
