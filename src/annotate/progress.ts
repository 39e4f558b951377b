/** How far a run has come. */
export interface Progress {
  readonly rows: number;
  readonly errors: number;
  /** Rows per second, over the last seconds. */
  readonly rate: number;
  /** 0 to 1; undefined if the total is not known. */
  readonly share?: number;
  /** Seconds that are left; undefined if that is not known yet. */
  readonly left?: number;
}

/** Milliseconds over which the rate is taken. */
const SPAN = 15_000;

/** Tells rate and time left from what was seen so far; what an earlier run had done does not count as speed. */
export class ProgressMeter {
  private readonly seen: { readonly at: number; readonly rows: number; readonly bytes: number }[] = [];

  constructor(
    private readonly totalBytes: number | undefined,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** @param bytes of the source that were read */
  at(rows: number, errors: number, bytes: number): Progress {
    const at = this.now();
    this.seen.push({ at, rows, bytes });
    while (this.seen.length > 2 && at - this.seen[1].at >= SPAN) this.seen.shift();
    const [first] = this.seen;
    const seconds = (at - first.at) / 1000;
    const rate = seconds > 0 ? (rows - first.rows) / seconds : 0;
    const total = this.totalBytes;
    if (!total) return { rows, errors, rate };
    const share = Math.min(1, bytes / total);
    const speed = seconds > 0 ? (bytes - first.bytes) / seconds : 0;
    return { rows, errors, rate, share, ...(speed > 0 && { left: Math.max(0, total - bytes) / speed }) };
  }
}

/** `12,300 rows, 41 %, 812 rows/s, 3 min left` */
export function progressSentence({ rows, errors, rate, share, left }: Progress): string {
  const figure = (value: number) => Math.round(value).toLocaleString('en');
  const parts = [`${figure(rows)} rows`];
  if (share !== undefined) parts.push(`${Math.floor(100 * share)} %`);
  if (errors > 0) parts.push(`${figure(errors)} with an error`);
  parts.push(`${rate < 10 ? rate.toFixed(1) : figure(rate)} rows/s`);
  if (left !== undefined) parts.push(`${timeLeft(left)} left`);
  return parts.join(', ');
}

function timeLeft(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  if (seconds < 5_400) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3_600).toFixed(1)} h`;
}
