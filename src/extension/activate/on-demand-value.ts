/** A value that is made when it is first used, and then shared. */
export interface OnDemand<T> {
  /** The value, made by the first call; after a failure the next call tries again. */
  readonly get: () => Promise<T>;
  /** Undefined: it has not been needed yet. */
  readonly made: () => T | undefined;
}

export function onDemand<T>(make: () => Promise<T>): OnDemand<T> {
  let made: T | undefined;
  let making: Promise<T> | undefined;
  const get = async (): Promise<T> => {
    if (made !== undefined) return made;
    making ??= make().finally(() => (making = undefined));
    return (made ??= await making);
  };
  return { get, made: () => made };
}
