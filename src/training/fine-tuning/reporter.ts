import type { FineTuningPhase, EpochPoint, FineTuningProgress } from '../../shared/fine-tuning';
import type { FitProgress } from '../fit/fit';

interface ReporterOptions {
  readonly tell: (progress: FineTuningProgress) => void;
  readonly cores: number;
  readonly memory: () => number;
  /** The approximate number of steps of all stages, and the rest of the work as a number of steps. */
  readonly steps: number;
  readonly around: number;
  /** How many seconds the run took before it was resumed. */
  readonly before: number;
}

/** The time between two reports of steps. */
const EVERY_MS = 200;

const AFTER: ReadonlySet<FineTuningPhase> = new Set(['reasons', 'measuring', 'writing']);

/** Reports the progress of a run. */
export class Reporter {
  private progress: FineTuningProgress;
  private stepsDone = 0;
  private aroundDone = 0;
  private told = -Infinity;
  private began = performance.now();
  private waited = 0;
  /** The speed since this process began or resumed the run. */
  private pace = { examples: 0, seconds: 0, steps: 0 };

  constructor(private readonly options: ReporterOptions) {
    const { cores } = options;
    this.progress = { phase: 'reading', epoch: 0, epochs: 0, step: 0, steps: 0, points: [], done: 0, seconds: 0, cores, memory: 0, paused: false }; // prettier-ignore
  }

  /** Seconds of the run, without pauses. */
  get seconds(): number {
    return this.options.before + (performance.now() - this.began - this.waited) / 1_000;
  }

  /** Begins a phase. After the training of the model that is kept, its curves stay in the reports. */
  phase(phase: FineTuningPhase, more: Partial<FineTuningProgress> = {}): void {
    const anew = AFTER.has(phase) ? {} : { points: [], epoch: 0, epochs: 0, step: 0, steps: 0 };
    this.tell({ phase, ...anew, fold: undefined, ...more });
  }

  /** Reports work beside the training steps as done; `share` is its share of all such work. */
  around(share: number): void {
    this.aroundDone = Math.min(1, this.aroundDone + share);
  }

  /** Counts steps that were done before the run was resumed. */
  skip(steps: number): void {
    this.stepsDone += steps;
  }

  step({ state, batches, milliseconds, epoch }: FitProgress, examples: number, points: readonly EpochPoint[]): void {
    if (epoch) return this.tell({ epoch: state.epoch, step: 0, points });
    this.stepsDone++;
    this.pace.examples += examples;
    this.pace.seconds += milliseconds / 1_000;
    this.pace.steps++;
    const at = { epoch: state.epoch, step: state.batch, steps: batches };
    if (performance.now() - this.told >= EVERY_MS) this.tell({ ...at, points });
    else this.progress = { ...this.progress, ...at, points };
  }

  saved(): void {
    this.tell({ savedAt: this.seconds });
  }

  resumed(epoch: number, damaged: boolean): void {
    this.tell({ resumed: { epoch, damaged } });
  }

  private pausedAt?: number;
  paused(held: boolean): void {
    if (held) this.pausedAt = performance.now();
    else if (this.pausedAt !== undefined) {
      this.waited += performance.now() - this.pausedAt;
      this.pausedAt = undefined;
    }
    this.tell({ paused: held });
  }

  private tell(changed: Partial<FineTuningProgress>): void {
    const { steps, around, memory, tell } = this.options;
    const all = steps + around;
    const done = Math.min(1, (this.stepsDone + this.aroundDone * around) / Math.max(1, all));
    const { examples, seconds: busy, steps: counted } = this.pace;
    const perStep = counted > 0 ? busy / counted : undefined;
    this.progress = {
      ...this.progress,
      ...changed,
      done,
      seconds: this.seconds,
      memory: memory(),
      ...(busy > 0 && { examplesPerSecond: examples / busy }),
      ...(perStep !== undefined && { secondsLeft: (1 - done) * all * perStep }),
    };
    this.told = performance.now();
    tell(this.progress);
  }
}
