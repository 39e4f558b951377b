import { errorOf } from './failure';
import type { AnswerMessage } from './messages';
import { movedBuffers } from './moving';
import type { Port } from './port';
import { signalIn } from './remote';

interface Waiting {
  resolve(value: unknown): void;
  reject(error: unknown): void;
  callback?(...args: readonly unknown[]): void;
}

/** The calling end of a line. A call is posted at once or rejects: none waits for a line that has ended. */
export class Caller {
  private readonly waiting = new Map<number, Waiting>();
  private calls = 0;
  /** Why no call is answered any more. */
  private ended?: Error;

  constructor(private readonly post: Port['post']) {}

  /**
   * Among `args` may be one `AbortSignal` and one function. An abort is sent after the call, whose answer is waited for
   * all the same; the function is called with what the other side calls it with.
   */
  async call(name: string, args: readonly unknown[]): Promise<unknown> {
    if (this.ended) throw this.ended;
    const id = ++this.calls;
    const signal = signalIn(args);
    const callback = args.find((arg): arg is Waiting['callback'] => typeof arg === 'function');
    const indexOf = (arg: unknown) => (arg ? args.indexOf(arg) : undefined);
    const plain = args.map((arg) => (arg === signal || arg === callback ? undefined : arg));
    const cancel = () => this.waiting.has(id) && this.post({ type: 'cancel', id });
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      return await new Promise((resolve, reject) => {
        this.waiting.set(id, { resolve, reject, callback });
        this.post(
          { type: 'call', id, name, args: plain, signal: indexOf(signal), callback: indexOf(callback) },
          movedBuffers(args),
        );
        if (signal?.aborted) cancel();
      });
    } finally {
      this.waiting.delete(id);
      signal?.removeEventListener('abort', cancel);
    }
  }

  receive(message: AnswerMessage): void {
    const waiting = this.waiting.get(message.id);
    if (message.type === 'callback') waiting?.callback?.(...message.args);
    else if (message.type === 'reply') waiting?.resolve(message.value);
    else waiting?.reject(errorOf(message.failure));
  }

  /** All calls reject with this error, those to come too. */
  end(error: Error): void {
    this.ended ??= error;
    for (const { reject } of this.waiting.values()) reject(this.ended);
  }
}
