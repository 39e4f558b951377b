import { afterFrame } from '../../page/after-frame';

/** With fewer rows, figures are computed at once; with more, after the page has drawn what is known already. */
const AT_ONCE = 60_000;

/**
 * Figures that are worked out when they are asked for, once a state of rows and filter. Of many rows the last ones stay
 * while new ones are worked out, one after the other, so that no key waits for them.
 */
export class LazyFigures {
  private readonly known = new Map<string, { readonly stamp: number; readonly value: unknown }>();
  private readonly waiting = new Map<string, () => unknown>();
  private stamp = 0;
  /** The state for which the next figure is about to be worked out. */
  private due: number | undefined;

  constructor(
    private readonly rows: () => number,
    private readonly done: () => void,
  ) {}

  /** What was worked out is out of date. */
  outdate(): void {
    this.stamp++;
    this.waiting.clear();
  }

  /** Whether anything is still to come. */
  get isBusy(): boolean {
    return this.waiting.size > 0;
  }

  /** The figure of now, or the one before while this one is worked out; undefined: none yet. */
  get<T>(key: string, make: () => T): T | undefined {
    const found = this.known.get(key);
    if (found?.stamp === this.stamp) return found.value as T;
    if (this.rows() <= AT_ONCE) return this.put(key, make());
    this.waiting.set(key, make);
    this.begin();
    return found?.value as T | undefined;
  }

  /** At once, however many rows there are: where nothing can be shown without. */
  now<T>(key: string, make: () => T): T {
    const found = this.known.get(key);
    return found?.stamp === this.stamp ? (found.value as T) : this.put(key, make());
  }

  /** Begins after the rows themselves are drawn, which a person who filters or sorts wants to see first. */
  private begin(): void {
    const { stamp } = this;
    if (this.due === stamp) return;
    this.due = stamp;
    afterFrame(() => this.next(stamp));
  }

  private next(stamp: number): void {
    // Something was changed meanwhile: what is asked for since then has begun by itself.
    if (stamp !== this.stamp) return;
    this.due = undefined;
    const first = this.waiting.entries().next().value;
    if (!first) return;
    const [key, make] = first;
    this.waiting.delete(key);
    this.put(key, make());
    if (this.waiting.size > 0) {
      this.due = stamp;
      setTimeout(() => this.next(stamp));
    }
    this.done();
  }

  private put<T>(key: string, value: T): T {
    this.known.set(key, { stamp: this.stamp, value });
    return value;
  }
}
