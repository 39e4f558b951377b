import { SaliencyError } from '../../shared/saliency-error';
import type { WorkerHandle } from '../../shared/rpc/port';
import type { Progress } from '../progress';
import type {
  AnnotatorCall,
  AnnotatorCalls,
  AnnotatorReply,
  AnyAnnotatorCall,
  AnyHostDeed,
  FromAnnotator,
  HostDeed,
  HostCalls,
  ToAnnotator,
} from './messages';

/** What the host does for the worker. */
export type Deeds = {
  readonly [Name in HostDeed]: (request: HostCalls[Name]['request']) => PromiseLike<HostCalls[Name]['reply']>;
};

interface Waiting {
  resolve(value: AnnotatorReply): void;
  reject(error: unknown): void;
  tell?(progress: Progress): void;
}

/** The host's line to the annotating worker, which the first call starts; after a crash the next call starts another. */
export class AnnotatorLine {
  private worker?: Promise<WorkerHandle<FromAnnotator, ToAnnotator>>;
  private readonly waiting = new Map<number, Waiting>();
  private calls = 0;
  /** Why the worker before was ended. */
  private lastEnd = '';

  constructor(
    private readonly start: () =>
      WorkerHandle<FromAnnotator, ToAnnotator> | Promise<WorkerHandle<FromAnnotator, ToAnnotator>>,
    private readonly deeds: Deeds,
  ) {}

  /** @throws SaliencyError `cancelled` after an abort, `worker-crashed`, and what the call itself rejects with */
  async call<Name extends AnnotatorCall>(
    name: Name,
    request: AnnotatorCalls[Name]['request'],
    { signal, tell }: { readonly signal?: AbortSignal; readonly tell?: (progress: Progress) => void } = {},
  ): Promise<AnnotatorCalls[Name]['reply']> {
    const connected = this.connected();
    const worker = await connected;
    // Ended in this very moment, or while it started: a worker that is gone never answers.
    if (this.worker !== connected) throw stopped(this.lastEnd);
    const id = ++this.calls;
    const cancel = () => worker.post({ type: 'cancel', id });
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      return await new Promise<AnnotatorReply>((resolve, reject) => {
        this.waiting.set(id, { resolve, reject, tell });
        worker.post({ type: 'call', id, call: name, request } as AnyAnnotatorCall);
        if (signal?.aborted) cancel();
      });
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  /** Ends the worker, whatever it is doing, as a crash would. */
  async end(reason: string): Promise<void> {
    const { worker } = this;
    this.worker = undefined;
    this.lastEnd = reason;
    for (const { reject } of this.waiting.values()) reject(stopped(reason));
    this.waiting.clear();
    await (await worker?.catch(() => undefined))?.terminate();
  }

  private connected(): Promise<WorkerHandle<FromAnnotator, ToAnnotator>> {
    this.worker ??= this.started();
    return this.worker;
  }

  private async started(): Promise<WorkerHandle<FromAnnotator, ToAnnotator>> {
    try {
      const worker = await this.start();
      worker.listen((message) => this.receive(worker, message));
      worker.onCrash((reason) => void this.end(reason));
      return worker;
    } catch (error) {
      this.worker = undefined;
      const reason = error instanceof Error ? error.message : String(error);
      throw new SaliencyError(`The annotating worker could not be started: ${reason}`, 'worker-crashed', { reason });
    }
  }

  private receive(worker: WorkerHandle<FromAnnotator, ToAnnotator>, message: FromAnnotator): void {
    if (message.type === 'deed') return void this.carryOut(worker, message);
    const waiting = this.waiting.get(message.id);
    if (message.type === 'progress') return waiting?.tell?.(message.progress);
    this.waiting.delete(message.id);
    if (message.type === 'reply') waiting?.resolve(message.value);
    else waiting?.reject(new SaliencyError(message.message, message.code, message.data));
  }

  private async carryOut(worker: WorkerHandle<FromAnnotator, ToAnnotator>, deed: AnyHostDeed): Promise<void> {
    const { id } = deed;
    try {
      const act = this.deeds[deed.deed] as (request: unknown) => PromiseLike<HostCalls[HostDeed]['reply']>;
      const value = await act(deed.request);
      // A copy of its own, because what travels is gone here. Not `slice`: that of a Node buffer copies nothing.
      const bytes = value instanceof Uint8Array ? new Uint8Array(value) : undefined;
      worker.post({ type: 'deed-done', id, value: bytes ?? value }, bytes && [bytes.buffer]);
    } catch (error) {
      const { message, code } = error as { message?: string; code?: unknown };
      worker.post({ type: 'deed-failed', id, message: message ?? String(error), code: String(code ?? '') });
    }
  }
}

const stopped = (reason: string): SaliencyError =>
  new SaliencyError(`The annotating worker stopped: ${reason}`, 'worker-crashed', { reason });
