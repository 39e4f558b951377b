interface PeakOptions {
  readonly most: number;
  /** The least distance in pixels between two named points. */
  readonly gap: number;
  /** Where a point is, in pixels. */
  readonly at: (index: number) => number;
  /** Pixels that the name of a point takes. */
  readonly wide: (index: number) => number;
}

/** The indices of the largest values that can be named without one name touching another, largest first. */
export function peaks(values: readonly number[], { most, gap, at, wide }: PeakOptions): number[] {
  const largest = values.map((_, index) => index).sort((a, b) => values[b] - values[a] || a - b);
  const chosen: number[] = [];
  for (const index of largest) {
    if (chosen.length === most || values[index] <= 0) break;
    const free = chosen.every((other) => {
      const left = Math.min(index, other);
      return Math.abs(at(index) - at(other)) >= Math.max(gap, wide(left) + 12);
    });
    if (free) chosen.push(index);
  }
  return chosen;
}
