/** A value that is worked out when it is first asked for, and kept: what few need must not be made at every start. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
