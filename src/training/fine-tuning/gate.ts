import { SaliencyError } from '../../shared/saliency-error';

/** A point in the training loop where a run can yield, pause or be cancelled. */
export class Gate {
  private held?: { readonly released: Promise<void>; readonly release: () => void };

  /** @param breathe lets the thread handle pending messages */
  constructor(
    private readonly breathe: () => Promise<void>,
    private readonly signal?: AbortSignal,
    /** Called with true before a pause, and with false after it. */
    private readonly onHeld: (held: boolean) => void = () => undefined,
  ) {}

  get isHeld(): boolean {
    return this.held !== undefined;
  }

  hold(): void {
    if (this.held) return;
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    this.held = { released, release };
  }

  release(): void {
    this.held?.release();
    this.held = undefined;
  }

  /**
   * @param save writes a checkpoint before a pause
   * @throws the signal's reason
   */
  async pass(save?: () => Promise<void>): Promise<void> {
    await this.breathe();
    this.check();
    if (!this.held) return;
    await save?.();
    this.onHeld(true);
    await Promise.race([this.held.released, this.aborted()]);
    this.check();
    this.onHeld(false);
  }

  private check(): void {
    if (!this.signal?.aborted) return;
    throw this.signal.reason instanceof Error ? this.signal.reason : new SaliencyError('The training was cancelled.', 'cancelled'); // prettier-ignore
  }

  private aborted(): Promise<void> {
    return new Promise((resolve) => this.signal?.addEventListener('abort', () => resolve(), { once: true }));
  }
}
