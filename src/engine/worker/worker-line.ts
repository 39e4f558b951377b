import { SaliencyError } from '../../shared/saliency-error';
import type { Files } from '../../shared/protocol/explainer';
import type { AnyCall, CallName, Calls, FromWorker, Reply, ToWorker } from './worker-messages';
import type { WorkerHandle } from '../../shared/rpc/port';

interface Waiting {
  resolve(value: Reply): void;
  reject(error: unknown): void;
}

/** The host's line to one worker, from its start to its end: calls go in, replies come out, files are handed in. */
export class WorkerLine {
  private readonly waiting = new Map<number, Waiting>();
  private calls = 0;
  /** What the worker's WebAssembly memory has grown to. */
  wasmBytes = 0;
  /** False once the worker crashed or was ended: then the line is of no more use. */
  alive = true;

  constructor(
    private readonly worker: WorkerHandle<FromWorker, ToWorker>,
    private readonly files: Files,
  ) {
    worker.listen((message) => this.receive(message));
    worker.onCrash((reason) => void this.crash(reason));
  }

  /** An abort ends the work there as soon as it can; the call is over when the worker says so. */
  async call<Name extends CallName>(
    name: Name,
    request: Calls[Name]['request'],
    signal?: AbortSignal,
  ): Promise<Calls[Name]['reply']> {
    const id = ++this.calls;
    const cancel = () => {
      if (this.alive) this.worker.post({ type: 'cancel', id });
    };
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      return await new Promise<Reply>((resolve, reject) => {
        this.waiting.set(id, { resolve, reject });
        this.worker.post({ type: 'call', id, call: name, request } as AnyCall);
      });
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  /** Ends the worker; the call it was at rejects with `worker-crashed`. */
  async crash(reason: string): Promise<void> {
    if (!this.alive) return;
    this.alive = false;
    const message = `The explaining worker stopped: ${reason} Please try again.`;
    const error = new SaliencyError(message, 'worker-crashed', { reason });
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
    await this.worker.terminate();
  }

  private receive(message: FromWorker): void {
    if (message.type === 'read') {
      void this.handIn(message.id, message.path);
      return;
    }
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.type === 'reply') {
      this.wasmBytes = message.wasmBytes;
      waiting?.resolve(message.value);
    } else {
      waiting?.reject(new SaliencyError(message.message, message.code, message.data));
    }
  }

  private async handIn(id: number, path: string): Promise<void> {
    try {
      // A copy of its own, because what travels is gone here. Not `slice`: that of a Node buffer copies nothing.
      const bytes = new Uint8Array(await this.files.read(path));
      if (this.alive) this.worker.post({ type: 'file', id, bytes }, [bytes.buffer]);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (this.alive) this.worker.post({ type: 'no-file', id, message: reason });
    }
  }
}
