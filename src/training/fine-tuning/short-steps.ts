/** The number of items between two calls of `pass`: some milliseconds of work. */
const AT_ONCE = 50;

/**
 * Like `map`, but in short steps, so that the thread can handle messages in between.
 * @param pass awaited between the steps; here the run can be paused or cancelled
 */
export async function inShortSteps<T, R>(
  all: readonly T[],
  change: (one: T) => R,
  pass: () => Promise<void>,
): Promise<R[]> {
  const changed: R[] = [];
  for (const [i, one] of all.entries()) {
    if (i % AT_ONCE === 0) await pass();
    changed.push(change(one));
  }
  return changed;
}
