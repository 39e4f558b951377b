/** A value that is computed when it is first asked for, and then kept, so that starting stays quick. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Work that is done once for all who ask, also where several ask at once; after a failure the next one tries again. */
export function onceDone<Args extends readonly unknown[], T>(
  work: (...args: Args) => Promise<T>,
): (...args: Args) => Promise<T> {
  let done: Promise<T> | undefined;
  return (...args) =>
    (done ??= work(...args).catch((error: unknown) => {
      done = undefined;
      throw error;
    }));
}
