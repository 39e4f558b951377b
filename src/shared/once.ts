/** A value that is computed when it is first asked for, and then kept, so that starting stays quick. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
