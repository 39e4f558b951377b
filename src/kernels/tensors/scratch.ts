import { allocate, bytesAt, free } from './heap';

/** Working memory of one kernel call. */
export interface Scratch {
  /** The address of n floats, aligned to a cache line; not cleared. */
  floats(n: number): number;
  /** The same, filled with zeros. */
  zeros(n: number): number;
}

const LINE = 64;

/** Runs a kernel's body with working memory that is freed when it returns or throws. */
export function withScratch<T>(body: (scratch: Scratch) => T): T {
  const taken: number[] = [];
  const floats = (n: number): number => {
    const address = allocate(n * 4 + LINE);
    taken.push(address);
    return alignToLine(address);
  };
  const zeros = (n: number): number => {
    const address = floats(n);
    bytesAt(address, n * 4).fill(0);
    return address;
  };
  try {
    return body({ floats, zeros });
  } finally {
    taken.forEach(free);
  }
}

/** Rounds an address up to the start of a cache line. A block of n bytes therefore needs n + 64. */
export function alignToLine(address: number): number {
  return Math.ceil(address / LINE) * LINE;
}
