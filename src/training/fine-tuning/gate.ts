import { SaliencyError } from '../../shared/saliency-error';

/** Where a run stops for a moment, for as long as it is held, or for good. */
export class Gate {
  private held?: { readonly released: Promise<void>; readonly release: () => void };

  /** @param breathe lets messages be read */
  constructor(
    private readonly breathe: () => Promise<void>,
    private readonly signal?: AbortSignal,
    /** Told when it is held, before it waits, and when it continues. */
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
   * @param save keeps what was done, before it waits
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
