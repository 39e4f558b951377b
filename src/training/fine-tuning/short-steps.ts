/** How many are done between two breaths: some milliseconds of work. */
const AT_ONCE = 50;

/**
 * What `map` gives, some at a time.
 * @param pass awaited now and then, where the run is held or cancelled
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
