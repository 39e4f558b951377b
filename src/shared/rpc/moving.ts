const buffersOfValues = new WeakMap<object, readonly ArrayBuffer[]>();

/** Marks an argument or a result: these buffers of it are moved to the other side, not copied, and are empty here then. */
export function moving<T extends object>(value: T, buffers: readonly ArrayBuffer[]): T {
  buffersOfValues.set(value, buffers);
  return value;
}

/** A copy that is moved. Not `slice`: that of a Node buffer copies nothing. */
export function copyToMove(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(bytes);
  return moving(copy, [copy.buffer]);
}

/** The buffers that move with these values. */
export function movedBuffers(values: readonly unknown[]): ArrayBuffer[] {
  return values.flatMap((value) => (typeof value === 'object' && value ? (buffersOfValues.get(value) ?? []) : []));
}
