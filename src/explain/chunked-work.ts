import type { Step } from './yield-point';

/** Work in pieces of some ten milliseconds: between two of them it may be given up, or others have a turn. */
export type Pieces<T> = Generator<undefined, T>;

/** Does all pieces at once. */
export function finish<T>(work: Pieces<T>): T {
  for (;;) {
    const piece = work.next();
    if (piece.done) return piece.value;
  }
}

/** Does one piece after the other; what `step` rejects with ends the work. */
export async function finishStepwise<T>(work: Pieces<T>, step: Step): Promise<T> {
  for (;;) {
    const piece = work.next();
    if (piece.done) return piece.value;
    await step();
  }
}
