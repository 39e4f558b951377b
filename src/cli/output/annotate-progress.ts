import { ProgressMeter, progressSentence } from '../../annotate/progress';
import type { RunCounts } from '../../annotate/run';
import type { CountedSource } from '../../annotate/worker/file-store';

/** Milliseconds between two lines. On a terminal the line is overwritten, elsewhere each line stays. */
const EVERY = { terminal: 500, elsewhere: 5_000 };

/** Prints the progress of a run on standard error. */
export class ProgressLine {
  private readonly meter: ProgressMeter;
  private last = 0;

  constructor(
    private readonly sources: readonly CountedSource[],
    private readonly stream: NodeJS.WriteStream = process.stderr,
  ) {
    const sizes = sources.map(({ size }) => size);
    const known = sizes.every((size) => size !== undefined);
    this.meter = new ProgressMeter(known ? sizes.reduce((sum, size) => sum + size, 0) : undefined);
  }

  tell({ rows, errors }: RunCounts): void {
    const now = performance.now();
    if (now - this.last < (this.stream.isTTY ? EVERY.terminal : EVERY.elsewhere)) return;
    this.last = now;
    const read = this.sources.reduce((sum, source) => sum + source.read(), 0);
    const sentence = progressSentence(this.meter.at(rows, errors, read));
    this.stream.write(this.stream.isTTY ? `\r\x1b[K${sentence}` : `${sentence}\n`);
  }

  clear(): void {
    if (this.stream.isTTY) this.stream.write('\r\x1b[K');
  }
}
