import type { YieldPoint } from './yield-point';

/**
 * Long work as a generator: each `yield` ends a piece of some ten milliseconds, after which the caller may stop the
 * work or let other tasks run.
 */
export type ChunkedWork<T> = Generator<undefined, T>;

/** Runs all pieces without a pause. */
export function runToEnd<T>(work: ChunkedWork<T>): T {
  for (;;) {
    const piece = work.next();
    if (piece.done) return piece.value;
  }
}

/** Runs piece by piece and awaits `step` after each; if `step` rejects, the work ends with its error. */
export async function runStepwise<T>(work: ChunkedWork<T>, step: YieldPoint): Promise<T> {
  for (;;) {
    const piece = work.next();
    if (piece.done) return piece.value;
    await step();
  }
}
