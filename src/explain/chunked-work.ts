import type { YieldPoint } from './yield-point';

/** Work in pieces of some ten milliseconds: between two of them it may be given up, or others have a turn. */
export type ChunkedWork<T> = Generator<undefined, T>;

/** Does all pieces at once. */
export function runToEnd<T>(work: ChunkedWork<T>): T {
  for (;;) {
    const piece = work.next();
    if (piece.done) return piece.value;
  }
}

/** Does one piece after the other; what `step` rejects with ends the work. */
export async function runStepwise<T>(work: ChunkedWork<T>, step: YieldPoint): Promise<T> {
  for (;;) {
    const piece = work.next();
    if (piece.done) return piece.value;
    await step();
  }
}
