/** A value that its first use makes, and later ones share. */
export interface OnDemand<T> {
  /** Makes it, if it was not made; where that failed, the next call tries again. */
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
