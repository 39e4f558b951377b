import { Answerer, type AnswerOptions } from './answerer';
import { Caller } from './caller';
import type { Message } from './messages';
import type { Port } from './port';
import { remoteOf } from './remote';

/** Both ends of a line on one side: calls the other side, and answers its calls. */
export class Connection<Remote extends object> {
  /** The other side. */
  readonly remote: Remote;
  private readonly caller: Caller;
  private answerer?: Answerer;

  constructor(private readonly post: Port['post']) {
    this.caller = new Caller(post);
    this.remote = remoteOf<Remote>((name, args) => this.call(name, args));
  }

  /** Calls what the other side has under that name. */
  call(name: string, args: readonly unknown[]): Promise<unknown> {
    return this.caller.call(name, args);
  }

  /** Lets the other side call the methods of this object. */
  serve(served: object, options?: AnswerOptions): void {
    this.answerer = new Answerer(served, this.post, options);
  }

  receive(message: Message): void {
    if (message.type === 'call' || message.type === 'cancel') this.answerer?.receive(message);
    else this.caller.receive(message);
  }

  /** No call is answered any more: those that wait, and all later ones, reject with this error. */
  end(error: Error): void {
    this.caller.end(error);
  }
}
