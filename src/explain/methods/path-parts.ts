/** What is known at one point of a path: the value there, and its slope along the path. */
export interface PathPoint {
  readonly value: number;
  readonly slope: number;
}

/** A piece of the path [0, 1] whose ends and middle have been evaluated. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** The pieces to begin with; their ends and middles are 9 points. */
export const FIRST_PARTS: readonly Part[] = [0, 1, 2, 3].map((i) => ({ from: i / 4, to: (i + 1) / 4 }));

/** The points at which Simpson's rule needs a piece to be known, with their weights. */
export function simpson({ from, to }: Part): { readonly at: number; readonly weight: number }[] {
  const width = to - from;
  return [
    { at: from, weight: width / 6 },
    { at: (from + to) / 2, weight: (4 * width) / 6 },
    { at: to, weight: width / 6 },
  ];
}

/** How far the integral of the slope over a piece is from what it must be: the difference of the values at its ends. */
export function integrationError(part: Part, known: ReadonlyMap<number, PathPoint>): number {
  const integral = simpson(part).reduce((sum, { at, weight }) => sum + weight * known.get(at)!.slope, 0);
  return integral - (known.get(part.to)!.value - known.get(part.from)!.value);
}

/** Narrower pieces are not halved: float32 cannot tell their ends apart well enough. */
const NARROWEST = 2 ** -20;
/** The largest number of pieces that are halved at a time. */
const AT_ONCE = 8;

/**
 * The pieces with the worst of them halved: those whose error is a good part of what is allowed in all, or the worst
 * alone, and no more than `points` new points allow (two a piece).
 */
export function refined(parts: readonly Part[], errors: readonly number[], allowed: number, points: number): Part[] {
  const order = [...parts.keys()].sort((a, b) => Math.abs(errors[b]) - Math.abs(errors[a]) || a - b);
  const wide = order.filter((i) => parts[i].to - parts[i].from > NARROWEST);
  const bad = wide.filter((i, place) => Math.abs(errors[i]) > allowed / (place === 0 ? 1024 : 8));
  const worst = new Set(bad.slice(0, Math.min(AT_ONCE, Math.floor(points / 2))));
  return parts.flatMap((part, i) => {
    if (!worst.has(i)) return [part];
    const middle = (part.from + part.to) / 2;
    return [
      { from: part.from, to: middle },
      { from: middle, to: part.to },
    ];
  });
}
