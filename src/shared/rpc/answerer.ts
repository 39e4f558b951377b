import { SaliencyError } from '../saliency-error';
import { failureOf } from './failure';
import type { CallMessage } from './messages';
import { movedBuffers } from './moving';
import type { Port } from './port';

export interface AnswerOptions {
  /** Turns an unexpected error into one with a message for people. */
  readonly unforeseen?: (error: unknown) => unknown;
  /** Done after each call, before its answer is sent. */
  readonly answered?: () => void;
}

/** The answering end of a line: if the object has a method of that name, it is called. */
export class Answerer {
  private readonly running = new Map<number, AbortController>();

  constructor(
    private readonly served: object,
    private readonly post: Port['post'],
    private readonly options: AnswerOptions = {},
  ) {}

  receive(message: CallMessage): void {
    if (message.type === 'call') void this.answer(message);
    else this.running.get(message.id)?.abort(cancelled());
  }

  private async answer(call: Extract<CallMessage, { type: 'call' }>): Promise<void> {
    const { id } = call;
    const abort = new AbortController();
    this.running.set(id, abort);
    try {
      const value = await this.valueOf(call, abort.signal);
      this.options.answered?.();
      this.post({ type: 'reply', id, value }, movedBuffers([value]));
    } catch (error) {
      this.options.answered?.();
      this.post({ type: 'failure', id, failure: failureOf(this.worded(error, abort.signal)) });
    } finally {
      this.running.delete(id);
    }
  }

  private valueOf(call: Extract<CallMessage, { type: 'call' }>, signal: AbortSignal): unknown {
    const { id, name } = call;
    const args = [...call.args];
    if (call.signal !== undefined) args[call.signal] = signal;
    if (call.callback !== undefined)
      args[call.callback] = (...told: readonly unknown[]) => this.post({ type: 'callback', id, args: told });
    const method = (this.served as Readonly<Record<string, unknown>>)[name];
    const isOurs = typeof method === 'function' && !Object.hasOwn(Object.prototype, name);
    if (!isOurs) throw new SaliencyError(`There is nothing named ${name} to call.`, 'unknown-call', { name });
    return method.apply(this.served, args) as unknown;
  }

  private worded(error: unknown, signal: AbortSignal): unknown {
    if (signal.aborted) return cancelled();
    const { unforeseen } = this.options;
    return error instanceof SaliencyError || !unforeseen ? error : unforeseen(error);
  }
}

const cancelled = (): SaliencyError => new SaliencyError('The call was cancelled.', 'cancelled');
