/** Sends one call to the other side; resolves with its reply. */
export type Call = (name: string, args: readonly unknown[]) => Promise<unknown>;

/**
 * An object that has whatever method is asked for, each of which is a call to the other side. So an interface that both
 * sides know is all that has to be declared.
 *
 * @param own methods that are answered here, rather than sent
 */
export function remoteOf<Remote extends object>(call: Call, own: Partial<Remote> = {}): Remote {
  return new Proxy(own, {
    get(target, name) {
      if (Object.hasOwn(target, name)) return (target as Record<string | symbol, unknown>)[name];
      // Awaiting an object reads its `then`, which is no method of the interface.
      if (typeof name === 'symbol' || name === 'then') return undefined;
      return (...args: readonly unknown[]) => call(name, args);
    },
  }) as Remote;
}

/** The signal among the arguments of a call. */
export const signalIn = (args: readonly unknown[]): AbortSignal | undefined =>
  args.find((arg) => arg instanceof AbortSignal);
