import type { LengthCounts } from '../../shared/overview';

const BIN = { words: 10, characters: 20 } as const;
/** The last bin begins at the latest here. */
const BINS = 50;
/** Rows, at most this share of them, that the open bin may hold. */
const OPEN = 0.02;

/** Counts how long rows are. */
export class LengthCounter {
  private readonly exact = new Map<number, number>();

  add(length: number): void {
    this.exact.set(length, (this.exact.get(length) ?? 0) + 1);
  }

  value(unit: LengthCounts['unit']): LengthCounts {
    const sorted = [...this.exact].sort(([a], [b]) => a - b);
    const rows = sorted.reduce((sum, [, count]) => sum + count, 0);
    const bin = BIN[unit];
    const longest = sorted.at(-1)?.[0] ?? 0;
    const bins = Math.min(binsFor(sorted, rows, bin), BINS);
    const counts = Array.from({ length: bins }, () => 0);
    for (const [length, count] of sorted) counts[Math.min(bins - 1, Math.floor(length / bin))] += count;
    return { unit, bin, counts, median: medianOf(sorted, rows), longest };
  }
}

/** As many bins as hold nearly all rows, and the open one behind them. */
function binsFor(sorted: readonly (readonly [number, number])[], rows: number, bin: number): number {
  let left = rows * OPEN;
  for (const [length, count] of [...sorted].reverse()) {
    left -= count;
    if (left < 0) return Math.floor(length / bin) + 2;
  }
  return 1;
}

function medianOf(sorted: readonly (readonly [number, number])[], rows: number): number {
  const at = (place: number) => {
    let before = 0;
    return sorted.find(([, count]) => (before += count) > place)?.[0] ?? 0;
  };
  return rows % 2 ? at((rows - 1) / 2) : (at(rows / 2 - 1) + at(rows / 2)) / 2;
}
