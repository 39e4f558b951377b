import { allocate, bytesAt, free } from './heap';

/** Working memory of one kernel call. */
export interface Scratch {
  /** Address of n floats, at a cache line's start; not cleared. */
  floats(n: number): number;
  /** The same, all zero. */
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

/** The first cache line's start at or behind an address. A block for n bytes needs n + 64. */
export function alignToLine(address: number): number {
  return Math.ceil(address / LINE) * LINE;
}
