import type { AnyHostDeed, HostDeed, HostCalls, ToAnnotator } from './messages';

type Outcome = Extract<ToAnnotator, { type: 'deed-done' | 'deed-failed' }>;

/** An error of what the host did; `code` as the editor names it: `FileNotFound`, `NoPermissions`, … */
export class HostError extends Error {
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
  }
}

/** The worker's line to the host: asks, and waits for what becomes of it. */
export class HostClient {
  private readonly waiting = new Map<number, (outcome: Outcome) => void>();
  private asked = 0;

  constructor(private readonly post: (deed: AnyHostDeed) => void) {}

  /** @throws HostError */
  ask<Name extends HostDeed>(deed: Name, request: HostCalls[Name]['request']): Promise<HostCalls[Name]['reply']> {
    const id = ++this.asked;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, (outcome) => {
        if (outcome.type === 'deed-done') resolve(outcome.value);
        else reject(new HostError(outcome.message, outcome.code));
      });
      this.post({ type: 'deed', id, deed, request } as AnyHostDeed);
    });
  }

  did(outcome: Outcome): void {
    this.waiting.get(outcome.id)?.(outcome);
    this.waiting.delete(outcome.id);
  }
}
